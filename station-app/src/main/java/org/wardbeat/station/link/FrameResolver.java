package org.wardbeat.station.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * Checks the frames of one session against those before them, and makes those that build on others
 * stand by themselves.
 */
final class FrameResolver {
  private static final long NONE = -1;

  /** What the next frame of a channel builds on. */
  private static final class Channel {
    final double frequencyHz;
    long next = NONE;
    long endMicros;
    boolean continuable;
    boolean mayJump = true;

    Channel(double frequencyHz) {
      this.frequencyHz = frequencyHz;
    }
  }

  private static final class BedFrames {
    final Frame.Bed definition;
    final List<Channel> channels;
    Frame.@Nullable Numerics numerics;

    BedFrames(Frame.Bed definition, List<Channel> channels) {
      this.definition = definition;
      this.channels = channels;
    }
  }

  private @Nullable BedFrames[] beds = new BedFrames[64];
  private List<Frame.Selection> selections = List.of();
  private long framesReceived;
  private long alarmsReceived;
  private long heartbeats;
  private long subscription;

  /** Frames taken so far, the one being looked at included. */
  long framesReceived() {
    return framesReceived;
  }

  /** Alarms taken so far. */
  long alarmsReceived() {
    return alarmsReceived;
  }

  /**
   * The station has subscribed: a channel that was not wanted before, or is not now, may start
   * anywhere when it comes next.
   */
  void subscribed(Frame.Subscribe subscribe) {
    for (BedFrames bed : beds) {
      if (bed != null) {
        List<Channel> channels = bed.channels;
        for (int i = 0; i < channels.size(); i++) {
          channels.get(i).mayJump |=
              !(wants(selections, bed, i) && wants(subscribe.selections(), bed, i));
        }
      }
    }
    selections = subscribe.selections();
    subscription = subscribe.number();
  }

  private static boolean wants(List<Frame.Selection> selections, BedFrames bed, int channel) {
    for (Frame.Selection selection : selections) {
      if (selection.covers(bed.definition.bed())) {
        return selection.lanes().contains(Frame.Lane.WAVEFORMS)
            && (selection.channels() >>> channel & 1) != 0;
      }
    }
    return false;
  }

  /**
   * The same as a frame that needs no other.
   *
   * @return null if it builds on numerics that are not held: then a snapshot has to be asked for
   * @throws ProtocolViolation if it must not come now
   */
  Frame.@Nullable FromBridge resolve(Frame.FromBridge frame) throws ProtocolViolation {
    framesReceived++;
    return switch (frame) {
      case Frame.Bed bed -> introduce(bed);
      case Frame.BedRemoved removed -> remove(removed);
      case Frame.Numerics numerics -> numerics(numerics);
      case Frame.NumericsDelta delta -> numerics(delta);
      case Frame.Waveform waveform -> waveform(waveform);
      case Frame.WaveformNext next -> waveform(next);
      case Frame.Gap gap -> gap(gap);
      case Frame.DeviceState state -> known(state.handle(), state);
      case Frame.SourceFigures figures -> known(figures.handle(), figures);
      case Frame.BedLimits limits -> known(limits.handle(), limits);
      case Frame.BedScore score -> known(score.handle(), score);
      case Frame.BedStay stay -> known(stay.handle(), stay);
      case Frame.AlarmEvent event -> alarm(event);
      case Frame.EndOfSnapshot end -> endOfSnapshot(end);
      case Frame.Heartbeat heartbeat -> heartbeat(heartbeat);
      case Frame.Welcome _,
          Frame.Broker _,
          Frame.BridgeFigures _,
          Frame.ActAnswer _,
          Frame.AlarmsHeldBack _,
          Frame.AlarmRecords _,
          Frame.Bye _ ->
          frame;
    };
  }

  private BedFrames bed(int handle) throws ProtocolViolation {
    BedFrames bed = handle < beds.length ? beds[handle] : null;
    if (bed == null) {
      throw new ProtocolViolation(
          "A frame names bed handle " + handle + ", which stands for none.");
    }
    return bed;
  }

  /** The bed that a handle which a resolved frame named stands for. */
  BedId bedOf(int handle) {
    return Objects.requireNonNull(beds[handle], "resolved before").definition.bed();
  }

  private Frame.FromBridge known(int handle, Frame.FromBridge frame) throws ProtocolViolation {
    BedFrames _ = bed(handle);
    return frame;
  }

  private Frame.FromBridge introduce(Frame.Bed bed) {
    int handle = bed.handle();
    if (handle >= beds.length) {
      beds = Arrays.copyOf(beds, Math.max(handle + 1, beds.length * 2));
    }
    BedFrames before = beds[handle];
    BedFrames now = new BedFrames(bed, channels(bed, before));
    if (before != null && isSameSource(bed, before.definition)) {
      now.numerics = before.numerics;
    }
    beds[handle] = now;
    return bed;
  }

  private static boolean isSameSource(Frame.Bed bed, Frame.Bed before) {
    return bed.bed().equals(before.bed())
        && bed.birth() == before.birth()
        && bed.occupancy() == before.occupancy();
  }

  private static List<Channel> channels(Frame.Bed bed, @Nullable BedFrames before) {
    List<Channel> channels = new ArrayList<>(bed.channels().size());
    for (int i = 0; i < bed.channels().size(); i++) {
      WaveformChannel channel = bed.channels().get(i);
      boolean goesOn =
          before != null
              && isSameSource(bed, before.definition)
              && i < before.channels.size()
              && channel.equals(before.definition.channels().get(i));
      channels.add(
          goesOn && before != null ? before.channels.get(i) : new Channel(channel.frequencyHz()));
    }
    return channels;
  }

  private Frame.FromBridge remove(Frame.BedRemoved removed) throws ProtocolViolation {
    BedFrames _ = bed(removed.handle());
    beds[removed.handle()] = null;
    return removed;
  }

  private Frame.FromBridge numerics(Frame.Numerics numerics) throws ProtocolViolation {
    bed(numerics.handle()).numerics = numerics;
    return numerics;
  }

  private Frame.@Nullable FromBridge numerics(Frame.NumericsDelta delta) throws ProtocolViolation {
    BedFrames bed = bed(delta.handle());
    Frame.Numerics base = bed.numerics;
    if (base == null || Frame.NumericsDelta.check(base.version()) != delta.baseCheck()) {
      bed.numerics = null;
      return null;
    }
    long timeMicros = base.timeMicros() + delta.timeStepMicros();
    Frame.Numerics now =
        new Frame.Numerics(
            delta.handle(),
            base.version() + delta.steps(),
            timeMicros,
            merged(base.readings(), delta.changes(), timeMicros));
    bed.numerics = now;
    return now;
  }

  private static List<Reading> merged(
      List<Reading> before, List<Frame.Change> changes, long timeMicros) {
    if (changes.isEmpty()) {
      return before;
    }
    Map<VitalSign, Reading> readings = new EnumMap<>(VitalSign.class);
    before.forEach(reading -> readings.put(reading.sign(), reading));
    changes.forEach(change -> readings.put(change.sign(), change.at(timeMicros)));
    return List.copyOf(readings.values());
  }

  private Channel channel(int handle, int index) throws ProtocolViolation {
    BedFrames bed = bed(handle);
    if (index >= bed.channels.size()) {
      throw new ProtocolViolation(
          "A frame names channel %d of bed %s, which has %d."
              .formatted(index, bed.definition.bed(), bed.channels.size()));
    }
    return bed.channels.get(index);
  }

  private Frame.FromBridge waveform(Frame.Waveform waveform) throws ProtocolViolation {
    Channel channel = channel(waveform.handle(), waveform.channel());
    expectFollowing(channel, waveform.handle(), waveform.channel(), waveform.firstSample());
    channel.next = waveform.firstSample() + waveform.samples().length;
    channel.endMicros = waveform.endMicros();
    channel.continuable = true;
    return waveform;
  }

  private Frame.FromBridge gap(Frame.Gap gap) throws ProtocolViolation {
    Channel channel = channel(gap.handle(), gap.channel());
    expectFollowing(channel, gap.handle(), gap.channel(), gap.firstSample());
    channel.next = gap.firstSample() + gap.count();
    channel.continuable = false;
    return gap;
  }

  private static void expectFollowing(Channel channel, int handle, int index, long first)
      throws ProtocolViolation {
    if (channel.next != NONE && channel.next != first && !channel.mayJump) {
      throw new ProtocolViolation(
          "Channel %d of bed handle %d goes on at sample %d instead of %d."
              .formatted(index, handle, first, channel.next));
    }
    channel.mayJump = false;
  }

  private Frame.FromBridge waveform(Frame.WaveformNext next) throws ProtocolViolation {
    Channel channel = channel(next.handle(), next.channel());
    if (!channel.continuable || Frame.WaveformNext.check(channel.next) != next.firstCheck()) {
      throw new ProtocolViolation(
          "Channel %d of bed handle %d continues samples that did not come."
              .formatted(next.channel(), next.handle()));
    }
    int count = next.samples().length;
    long first = channel.next;
    long endMicros =
        Frame.WaveformNext.expectedEndMicros(channel.endMicros, count, channel.frequencyHz)
            + next.endDriftMicros();
    channel.next = first + count;
    channel.endMicros = endMicros;
    return new Frame.Waveform(next.handle(), next.channel(), first, endMicros, next.samples());
  }

  private Frame.FromBridge alarm(Frame.AlarmEvent event) throws ProtocolViolation {
    BedFrames _ = bed(event.handle());
    if (event.number() != alarmsReceived + 1) {
      throw new ProtocolViolation(
          "Alarm number %d came after number %d.".formatted(event.number(), alarmsReceived));
    }
    alarmsReceived++;
    return event;
  }

  private Frame.FromBridge endOfSnapshot(Frame.EndOfSnapshot end) throws ProtocolViolation {
    if (end.number() > subscription) {
      throw new ProtocolViolation(
          "A snapshot ends for subscription %d, but the newest is %d."
              .formatted(end.number(), subscription));
    }
    return end;
  }

  private Frame.FromBridge heartbeat(Frame.Heartbeat heartbeat) throws ProtocolViolation {
    heartbeats++;
    expect("heartbeats", heartbeats, heartbeat.sequence());
    expect("frames", framesReceived - 1, heartbeat.framesSent());
    expect("alarms", alarmsReceived, heartbeat.alarmsSent());
    return heartbeat;
  }

  private static void expect(String what, long received, long sent) throws ProtocolViolation {
    if (received != sent) {
      throw new ProtocolViolation(
          "%d %s came, but the bridge sent %d.".formatted(received, what, sent));
    }
  }
}
