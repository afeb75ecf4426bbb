/** The frames of wardbeat.v1 and their binary codec. */
@NullMarked
package org.wardbeat.wire.frame;

import org.jspecify.annotations.NullMarked;
