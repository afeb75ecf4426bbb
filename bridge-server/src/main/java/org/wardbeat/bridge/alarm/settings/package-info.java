/** What a hospital decides of its alarms, read from a file. */
@NullMarked
package org.wardbeat.bridge.alarm.settings;

import org.jspecify.annotations.NullMarked;
