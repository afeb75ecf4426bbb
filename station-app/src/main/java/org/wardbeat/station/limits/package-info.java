/**
 * The editor of a bed's alarm limits. Nothing counts as set before the bridge says so, and what
 * somebody else set meanwhile is never overwritten unseen.
 */
@NullMarked
package org.wardbeat.station.limits;

import org.jspecify.annotations.NullMarked;
