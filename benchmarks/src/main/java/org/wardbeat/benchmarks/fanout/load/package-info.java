/** Many stations in one thread: WebSocket clients that decode just enough to time what they get. */
@NullMarked
package org.wardbeat.benchmarks.fanout.load;

import org.jspecify.annotations.NullMarked;
