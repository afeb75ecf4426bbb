package org.wardbeat.station.sound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Devices that a test plugs in and out, on a clock that it turns. */
final class FakeSound implements SoundDevices {
  static final int RATE = 8_000;

  private final List<Device> devices = new ArrayList<>();
  private long nowNanos = 1_000_000_000_000L;
  private int opened;

  /** A device as the test wants it. */
  static final class Device {
    private final String name;
    boolean plugged = true;
    boolean taken;
    boolean plays = true;
    Optional<String> problem = Optional.empty();
    private short[] recorded = new short[0];

    private Device(String name) {
      this.name = name;
    }

    /** All that was ever played on it. */
    short[] recorded() {
      return recorded;
    }

    private void record(short[] frames, int offset, int length) {
      int end = recorded.length;
      recorded = Arrays.copyOf(recorded, end + length);
      System.arraycopy(frames, offset, recorded, end, length);
    }
  }

  Device plug(String name) {
    Device device = new Device(name);
    devices.add(device);
    return device;
  }

  long nowNanos() {
    return nowNanos;
  }

  void pass(long nanos) {
    nowNanos += nanos;
  }

  int timesOpened() {
    return opened;
  }

  @Override
  public SoundLine open(Set<String> avoided) throws SoundFailure {
    Device found = null;
    for (Device device : devices) {
      boolean usable = device.plugged && !device.taken;
      if (usable && (found == null || (avoided.contains(found.name) && !isIn(avoided, device)))) {
        found = device;
      }
    }
    if (found == null) {
      throw new SoundFailure(
          devices.stream().anyMatch(device -> device.plugged)
              ? "The device is in use by another program"
              : "This computer has no sound device");
    }
    opened++;
    return new Line(found);
  }

  private static boolean isIn(Set<String> avoided, Device device) {
    return avoided.contains(device.name);
  }

  private final class Line implements SoundLine {
    private final Device device;
    private final long openedNanos = nowNanos;
    private long written;
    private long played;

    Line(Device device) {
      this.device = device;
    }

    @Override
    public String name() {
      return device.name;
    }

    @Override
    public int framesPerSecond() {
      return RATE;
    }

    @Override
    public int writable() throws SoundFailure {
      return (int) (RATE / 2 - (written - playedFrames()));
    }

    @Override
    public void write(short[] frames, int offset, int length) throws SoundFailure {
      requirePlugged();
      device.record(frames, offset, length);
      written += length;
    }

    @Override
    public long playedFrames() throws SoundFailure {
      requirePlugged();
      if (device.plays) {
        long due = (nowNanos - openedNanos) * RATE / 1_000_000_000L;
        played = Math.max(played, Math.min(written, due));
      }
      return played;
    }

    private void requirePlugged() throws SoundFailure {
      if (!device.plugged) {
        throw new SoundFailure("The device " + device.name + " is gone");
      }
    }

    @Override
    public Optional<String> problem() {
      return device.problem;
    }

    @Override
    public void close() {}
  }
}
