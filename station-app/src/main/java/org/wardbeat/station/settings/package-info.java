/**
 * What can be set at a station, and lasts: per user, per computer, and by an administrator who can
 * lock each. Reading and keeping know no JavaFX; the pane does.
 */
@NullMarked
package org.wardbeat.station.settings;

import org.jspecify.annotations.NullMarked;
