/** How the bridge does, for the people and programs that watch over it. */
@NullMarked
package org.wardbeat.bridge.health;

import org.jspecify.annotations.NullMarked;
