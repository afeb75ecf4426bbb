package org.wardbeat.station.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScreenAwakeTest {
  private static final ScreenAwake.Inhibitor HELD =
      new ScreenAwake.Inhibitor(List.of("hold", "cat"), true);
  private static final ScreenAwake.Inhibitor SAID =
      new ScreenAwake.Inhibitor(List.of("say"), false);

  /** A process that runs until it is ended. */
  private static final class FakeProcess extends Process {
    private boolean alive = true;
    private int exitValue;

    void end(int value) {
      alive = false;
      exitValue = value;
    }

    @Override
    public boolean isAlive() {
      return alive;
    }

    @Override
    public int exitValue() {
      if (alive) {
        throw new IllegalThreadStateException("It runs.");
      }
      return exitValue;
    }

    @Override
    public int waitFor() {
      return exitValue();
    }

    @Override
    public void destroy() {
      end(143);
    }

    @Override
    public OutputStream getOutputStream() {
      return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream getInputStream() {
      return InputStream.nullInputStream();
    }

    @Override
    public InputStream getErrorStream() {
      return InputStream.nullInputStream();
    }
  }

  private final List<String> started = new ArrayList<>();
  private final List<FakeProcess> processes = new ArrayList<>();

  private Process start(List<String> line) {
    started.add(line.getFirst());
    FakeProcess process = new FakeProcess();
    processes.add(process);
    if (line.equals(SAID.line())) {
      process.end(0);
    }
    return process;
  }

  @Test
  void holdsOneProcessAndSaysTheRestAgainAndAgain() {
    AtomicInteger nudges = new AtomicInteger();
    try (ScreenAwake awake =
        new ScreenAwake(List.of(HELD, SAID), nudges::incrementAndGet, this::start)) {
      awake.renew();
      awake.renew();
      assertThat(started).containsExactly("hold", "say", "say");
      assertThat(nudges).hasValue(2);
      processes.getFirst().end(1);
      awake.renew();
      assertThat(started).containsExactly("hold", "say", "say", "hold", "say");
    }
    assertThat(processes).noneMatch(Process::isAlive);
  }

  @Test
  void goesOnWhereASystemOffersNothing() {
    AtomicInteger tries = new AtomicInteger();
    try (ScreenAwake awake =
        new ScreenAwake(
            List.of(HELD, SAID),
            () -> {
              throw new IllegalStateException("no hand");
            },
            line -> {
              tries.incrementAndGet();
              throw new IOException("no such program");
            })) {
      awake.renew();
      awake.renew();
    }
    assertThat(tries).hasValue(4);
  }

  @Test
  void asksEachSystemForWhatItHas() {
    assertThat(programs("Linux", Map.of())).containsExactly("systemd-inhibit");
    assertThat(programs("Linux", Map.of("DISPLAY", ":0", "XDG_CURRENT_DESKTOP", "GNOME")))
        .containsExactly("systemd-inhibit", "gnome-session-inhibit", "xset", "xdg-screensaver");
    assertThat(programs("Mac OS X", Map.of())).containsExactly("caffeinate");
    assertThat(programs("Windows 11", Map.of())).isEmpty();
    assertThat(ScreenAwake.needsNudge("Windows 11")).isTrue();
    assertThat(ScreenAwake.needsNudge("Linux")).isFalse();
  }

  private static List<String> programs(String system, Map<String, String> environment) {
    return ScreenAwake.inhibitors(system, environment).stream()
        .map(ScreenAwake.Inhibitor::program)
        .toList();
  }
}
