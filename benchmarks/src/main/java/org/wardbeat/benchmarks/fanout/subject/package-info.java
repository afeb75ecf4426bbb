/** The servers that are measured, as processes of their own. */
@NullMarked
package org.wardbeat.benchmarks.fanout.subject;

import org.jspecify.annotations.NullMarked;
