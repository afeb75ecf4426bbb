/** The bridge as a whole: its options, its wiring and its program. */
@NullMarked
package org.wardbeat.bridge;

import org.jspecify.annotations.NullMarked;
