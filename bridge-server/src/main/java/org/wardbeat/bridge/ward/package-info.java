/**
 * The truth of every bed: one writer per bed, immutable or single-writer state that any thread may
 * read, and bursts that tell listeners what changed.
 */
@NullMarked
package org.wardbeat.bridge.ward;

import org.jspecify.annotations.NullMarked;
