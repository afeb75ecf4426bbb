/**
 * The station's program. {@code StationMain} reads the options, wires link, ward and report, starts
 * JavaFX and then, on its thread, makes a {@code StationApp(StationOptions, WardFeed,
 * PaintMetrics)} and calls its {@code start(Stage)}, which shows the window, and {@code stop()} at
 * the end.
 */
@NullMarked
package org.wardbeat.station;

import org.jspecify.annotations.NullMarked;
