/**
 * Reads records in the WFDB format (PhysioNet), their MIT annotations and the BIDMC tables.
 *
 * <p>Source: G. B. Moody, <i>WFDB Applications Guide</i>, manual pages header(5), signal(5) and
 * annot(5). Everything unreadable ends in one {@link org.wardbeat.simulator.wfdb.WfdbException}.
 */
@NullMarked
package org.wardbeat.simulator.wfdb;

import org.jspecify.annotations.NullMarked;
