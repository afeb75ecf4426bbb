package org.wardbeat.launcher.demo;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a demo shows and for how long.
 *
 * @param beds how many beds, 1–64, or null for one for each record
 * @param records a folder of WFDB records to replay, or null for simulated hearts
 * @param broker the URL of a broker that already runs, or null for the simulator's own
 * @param seconds how long the station shows, or null until its window is closed
 * @param report where the station writes its report, or null for none
 * @param snapshots the folder for pictures of the window, or null for none
 * @param headless whether the station renders without a display
 */
record DemoOptions(
    @Nullable Integer beds,
    @Nullable Path records,
    @Nullable String broker,
    @Nullable Integer seconds,
    @Nullable Path report,
    @Nullable Path snapshots,
    boolean headless) {}
