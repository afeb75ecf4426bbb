/** A whole ward in one command: simulator, bridge and station as three processes. */
@NullMarked
package org.wardbeat.launcher.demo;

import org.jspecify.annotations.NullMarked;
