@NullMarked
package org.wardbeat.wire;

import org.jspecify.annotations.NullMarked;
