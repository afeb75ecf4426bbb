/** How long the station takes from its start to its first wave. */
@NullMarked
package org.wardbeat.benchmarks.start;

import org.jspecify.annotations.NullMarked;
