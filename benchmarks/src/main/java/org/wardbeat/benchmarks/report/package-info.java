/** What all benchmarks report: figures, and what is expected of them. */
@NullMarked
package org.wardbeat.benchmarks.report;

import org.jspecify.annotations.NullMarked;
