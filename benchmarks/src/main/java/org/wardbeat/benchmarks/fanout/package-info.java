/** Delivery to many stations at once, beside other ways to do it. */
@NullMarked
package org.wardbeat.benchmarks.fanout;

import org.jspecify.annotations.NullMarked;
