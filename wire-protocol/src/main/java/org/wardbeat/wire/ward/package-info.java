/** The vocabulary of a ward: beds, patients, vital signs, channels and states. */
@NullMarked
package org.wardbeat.wire.ward;

import org.jspecify.annotations.NullMarked;
