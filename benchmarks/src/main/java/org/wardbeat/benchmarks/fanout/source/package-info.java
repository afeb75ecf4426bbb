/** The simulated devices that feed all subjects alike. */
@NullMarked
package org.wardbeat.benchmarks.fanout.source;

import org.jspecify.annotations.NullMarked;
