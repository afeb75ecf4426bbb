/** A ward whose parts fail at random, and that loses nothing by it. */
@NullMarked
package org.wardbeat.systemtests.chaos;

import org.jspecify.annotations.NullMarked;
