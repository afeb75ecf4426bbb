/** Measurements beside peers, a package for each. */
@NullMarked
package org.wardbeat.benchmarks;

import org.jspecify.annotations.NullMarked;
