package org.wardbeat.systemtests.network;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** The conditions that the connections of a {@link FaultProxy} share. Thread-safe. */
final class Network {
  private static final int NOTHING = -1;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final AtomicInteger toLose = new AtomicInteger(NOTHING);
  private final LongAdder bytesDown = new LongAdder();
  private volatile Conditions conditions = Conditions.GOOD;

  Conditions now() {
    return conditions;
  }

  void set(Conditions wanted) {
    conditions = wanted;
    wakeAll();
  }

  /** Makes all who wait look again. */
  void wakeAll() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until something holds that is announced with {@link #wakeAll()}. */
  void await(BooleanSupplier met) throws InterruptedException {
    lock.lock();
    try {
      while (!met.getAsBoolean()) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  void loseNext(int firstByte) {
    toLose.set(firstByte);
  }

  boolean hasLost() {
    return toLose.get() == NOTHING;
  }

  /** Whether a message is the one to lose, which it is once. */
  boolean takesAway(byte[] payload) {
    return payload.length > 0 && toLose.compareAndSet(payload[0] & 0xFF, NOTHING);
  }

  void countDown(int bytes) {
    bytesDown.add(bytes);
  }

  long bytesDown() {
    return bytesDown.sum();
  }
}
