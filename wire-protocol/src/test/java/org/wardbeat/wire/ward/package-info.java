@NullMarked
package org.wardbeat.wire.ward;

import org.jspecify.annotations.NullMarked;
