/** Programs as processes of their own, and how a test ends them. */
@NullMarked
package org.wardbeat.systemtests.process;

import org.jspecify.annotations.NullMarked;
