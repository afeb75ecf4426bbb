/** Settings of the JavaFX toolkit under which a screen full of waves is cheap. */
@NullMarked
package org.wardbeat.render.toolkit;

import org.jspecify.annotations.NullMarked;
