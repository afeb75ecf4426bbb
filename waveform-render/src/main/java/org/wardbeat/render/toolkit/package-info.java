/**
 * The JavaFX toolkit: settings under which a screen full of waves is cheap, and where lines are
 * sharp.
 */
@NullMarked
package org.wardbeat.render.toolkit;

import org.jspecify.annotations.NullMarked;
