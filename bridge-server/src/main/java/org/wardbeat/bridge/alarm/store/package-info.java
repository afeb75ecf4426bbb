/** Alarms in an SQLite database, so that they outlive the bridge. */
@NullMarked
package org.wardbeat.bridge.alarm.store;

import org.jspecify.annotations.NullMarked;
