@NullMarked
package org.wardbeat.wire.frame;

import org.jspecify.annotations.NullMarked;
