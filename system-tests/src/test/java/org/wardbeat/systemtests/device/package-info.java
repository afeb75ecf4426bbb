/** Bedside devices whose every value a test knows. */
@NullMarked
package org.wardbeat.systemtests.device;

import org.jspecify.annotations.NullMarked;
