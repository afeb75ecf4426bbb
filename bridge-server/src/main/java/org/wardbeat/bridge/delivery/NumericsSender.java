package org.wardbeat.bridge.delivery;

import java.util.ArrayList;
import java.util.List;
import org.wardbeat.bridge.ward.NumericsState;
import org.wardbeat.bridge.ward.SignFilter;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.Frame.NumericsDelta;
import org.wardbeat.wire.frame.FrameCodec;
import org.wardbeat.wire.ward.Reading;

/** Sends one session's vital signs: what changed where it is in step, else all there are. */
final class NumericsSender {
  /** The key of a frame that stands for itself; that of one which continues is a version. */
  private static final long WHOLE = -1;

  /** Longest step of the source's clock that a delta can say. */
  private static final long MAX_TIME_STEP_MICROS = 1L << 50;

  private static final long MAX_STEPS = 0xFFFF_FFFFL;

  private final FrameCodec codec;
  private final CountingOutlet outlet;

  NumericsSender(FrameCodec codec, CountingOutlet outlet) {
    this.codec = codec;
    this.outlet = outlet;
  }

  /** Brings the session up to a state that is news to it. */
  void send(BedCursor cursor, NumericsState state) {
    outlet.sendUpdate(encoded(cursor, state));
    cursor.numericsVersion = state.version();
    cursor.numericsMicros = state.timeMicros();
    cursor.numericsWhole = false;
  }

  private byte[] encoded(BedCursor cursor, NumericsState state) {
    SignFilter signs = cursor.wanted.signs();
    long base = inStep(cursor, state) ? cursor.numericsVersion : WHOLE;
    byte[] kept = state.frames().find(base, signs.mask());
    if (kept != null) {
      return kept;
    }
    int handle = cursor.bed.index();
    Frame frame =
        base == WHOLE
            ? new Frame.Numerics(handle, state.version(), state.timeMicros(), state.readings(signs))
            : delta(handle, base, cursor.numericsMicros, state, signs);
    return state.frames().keep(base, signs.mask(), codec.encode(frame));
  }

  private static boolean inStep(BedCursor cursor, NumericsState state) {
    return !cursor.numericsWhole
        && cursor.numericsVersion >= state.resetVersion()
        && state.version() - cursor.numericsVersion <= MAX_STEPS
        && Math.abs(state.timeMicros() - cursor.numericsMicros) <= MAX_TIME_STEP_MICROS;
  }

  private static Frame delta(
      int handle, long base, long baseMicros, NumericsState state, SignFilter signs) {
    long time = state.timeMicros();
    List<Frame.Change> changes = new ArrayList<>();
    for (Reading reading : state.changedSince(base, signs)) {
      changes.add(Frame.Change.of(reading, time));
    }
    return new NumericsDelta(
        handle, NumericsDelta.check(base), state.version() - base, time - baseMicros, changes);
  }
}
