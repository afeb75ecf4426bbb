package org.wardbeat.bridge.delivery;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.ward.PublishedBed;
import org.wardbeat.wire.frame.Frame;

/** The published beds by index. Any thread puts, any thread reads. */
final class BedTable {
  private final AtomicReferenceArray<@Nullable PublishedBed> beds;
  private volatile int size;

  /** For as many beds as there are handles. */
  BedTable() {
    this(Frame.MAX_HANDLE + 1);
  }

  /** For so many beds. */
  BedTable(int capacity) {
    beds = new AtomicReferenceArray<>(capacity);
  }

  /** Enters a bed that may be known already. */
  void put(PublishedBed bed) {
    int index = bed.index();
    beds.set(index, bed);
    if (index >= size) {
      grow(index + 1);
    }
  }

  private synchronized void grow(int atLeast) {
    size = Math.max(size, atLeast);
  }

  /** The bed of this index, null if there is none. */
  @Nullable PublishedBed get(int index) {
    return beds.get(index);
  }

  /** One more than the largest index. */
  int size() {
    return size;
  }
}
