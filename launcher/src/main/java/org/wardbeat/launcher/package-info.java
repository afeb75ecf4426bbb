/** The wardbeat command: its commands, and the ward, bridge and station it starts. */
@NullMarked
package org.wardbeat.launcher;

import org.jspecify.annotations.NullMarked;
