package org.wardbeat.bridge.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.WaveformChannel;

/** What truly happens at a bed of the model, whichever bridges hear of it. */
final class ModelDevice {
  static final List<WaveformChannel> CHANNELS =
      List.of(
          new WaveformChannel("II", SignalKind.ECG, 250, 200, 0, "mV"),
          new WaveformChannel("PLETH", SignalKind.PLETH, 62.5, 1_000, 0, "1"));

  /** A channel of one birth. */
  private record Stream(long birth, int channel) {}

  /** Something that happened to an alarm. Its number is the alarm's text. */
  record AlarmFact(int number, Alarm alarm) {}

  final int index;
  final BedId id;
  long birth;
  @Nullable Patient patient = new Patient("MRN-1", "Haddad", "Noor");
  boolean present = true;
  int limits;
  int score;
  DeviceStatus status = new DeviceStatus(true, Set.of(), 80);
  long statusMicros = FakeBed.START_MICROS;
  final long[] nextSample = new long[CHANNELS.size()];
  final List<AlarmFact> alarms = new ArrayList<>();
  final Map<String, AlarmFact> lasting = new LinkedHashMap<>();
  private final Map<Stream, BitSet> lost = new HashMap<>();
  private final Map<Stream, Set<Long>> ends = new HashMap<>();

  ModelDevice(int index, BedId id) {
    this.index = index;
    this.id = id;
    this.birth = 1;
  }

  int sample(int channel, long sample) {
    return sample(index, birth, channel, sample);
  }

  static int sample(int bed, long birth, int channel, long sample) {
    return (int) ((sample * 7_919 + birth * 31 + channel * 101L + bed * 17L) % 1_000);
  }

  /** A clock that wavers, so that the end of a chunk is never quite where it is expected. */
  static long endMicros(long nextSample) {
    return FakeBed.START_MICROS + nextSample * 4_000 + (nextSample * 31) % 97;
  }

  /** The device starts anew. */
  void rebirth() {
    turn();
    Arrays.fill(nextSample, 0);
    birth++;
  }

  /** Another patient or another birth: what comes next is of something else. */
  void turn() {
    for (int channel = 0; channel < nextSample.length; channel++) {
      ends.computeIfAbsent(new Stream(birth, channel), stream -> new HashSet<>())
          .add(nextSample[channel]);
    }
  }

  /**
   * Where a channel ended in a birth that is over. Of a patient who came and went unseen, a session
   * never heard.
   */
  Set<Long> endsOf(long ofBirth, int channel) {
    return ends.getOrDefault(new Stream(ofBirth, channel), Set.of());
  }

  void lose(int channel, long first, int count) {
    lostOf(birth, channel).set((int) first, (int) first + count);
  }

  BitSet lostOf(long ofBirth, int channel) {
    return lost.computeIfAbsent(new Stream(ofBirth, channel), stream -> new BitSet());
  }
}
