package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Font;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.wardbeat.station.ward.BedWatch;

/**
 * A station that is used for hours: pages and layouts change, links break and return, alarms come
 * and go, the window is hidden and shown. What it holds at the end is what it held half way. {@code
 * -Dwardbeat.soak.minutes=1440} says how long, in the ward's time, a day for instance.
 */
@Tag("soak")
class SoakTest {
  private static final int BEDS = 16;
  private static final long FEW_MINUTES = 8;
  private static final Duration STEP = Duration.ofSeconds(2);
  private static final int LINK_STEPS = 3;
  private static final KeyCode[] LAYOUTS = {
    KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6
  };
  private static final KeyCode[] PAGES = {KeyCode.F5, KeyCode.F12, KeyCode.F6, KeyCode.F9};

  private static final int[][] DISPLAYS = {{1_920, 1_080}, {1_366, 768}, {1_280, 720}};

  /** What one state of the screen may hold more than another of the same kind. */
  private static final double SLACK = 1.1;

  private static final int FEW = 500;
  private static final long HEAP_SLACK_BYTES = 4L << 20;
  private static final long OTHER_SLACK_KB = 48L << 10;

  private final Random random = new Random(7);
  private final FakeWard ward = FakeWard.still(BEDS);
  private int linkSteps;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void holdsNoMoreAfterHoursThanAfterTheFirstPartOfThem() throws Exception {
    Duration time = Duration.ofMinutes(Long.getLong("wardbeat.soak.minutes", FEW_MINUTES));
    long steps = time.dividedBy(STEP);
    ward.feed();
    try (Window window = Window.open(ward, 1_920, 1_080)) {
      run(window, steps / 2);
      Held before = held(window);
      run(window, steps / 2);
      Held after = held(window);
      System.out.printf(
          "soak of %s: live heap %d and %d KB, the rest of the process %d and %d KB%n",
          time,
          before.heapBytes() >> 10,
          after.heapBytes() >> 10,
          before.otherKb(),
          after.otherKb());
      assertThat(after.heapBytes()).isLessThan(before.heapBytes() + HEAP_SLACK_BYTES);
      assertThat(after.otherKb()).isLessThan(before.otherKb() + OTHER_SLACK_KB);
      assertThat(grown(before.instances(), after.instances())).isEmpty();
    }
  }

  private void run(Window window, long steps) {
    for (long step = 0; step < steps; step++) {
      ward.advance(STEP);
      ward.feed();
      window.advance(STEP);
      act(window);
      window.pulse();
    }
  }

  private void act(Window window) {
    linkSteps--;
    if (linkSteps == 0) {
      ward.setLink(Links.streaming());
    }
    switch (random.nextInt(12)) {
      case 0 -> window.press(LAYOUTS[random.nextInt(LAYOUTS.length)], true);
      case 1 -> window.press(PAGES[random.nextInt(PAGES.length)], false);
      case 2 -> window.press(KeyCode.ESCAPE, false);
      case 3 -> breakLink();
      case 4 -> window.setMinimised(true);
      case 5 -> window.setMinimised(false);
      case 6 -> resize(window, DISPLAYS[random.nextInt(DISPLAYS.length)]);
      case 7 -> clickAnyBed(window);
      case 8 -> ward.change(random.nextInt(BEDS), Alarms.with(BedWatch.NONE, Alarms.asystole(5)));
      case 9 -> ward.change(random.nextInt(BEDS), Alarms.with(BedWatch.NONE));
      case 10 -> window.press(KeyCode.F2, false);
      default -> window.press(KeyCode.PAGE_DOWN, false);
    }
  }

  private static void resize(Window window, int[] display) {
    window.resize(display[0], display[1]);
  }

  private void clickAnyBed(Window window) {
    String bed = String.valueOf(401 + random.nextInt(BEDS));
    if (!window.find("#bed-" + bed).isEmpty()) {
      window.clickBed(bed);
    }
  }

  private void breakLink() {
    linkSteps = LINK_STEPS;
    ward.setLink(random.nextBoolean() ? Links.offline(ward.bridgeNowMicros()) : Links.resuming());
  }

  /** What the process holds with the screen in a certain state. */
  private Held held(Window window) throws Exception {
    ward.setLink(Links.streaming());
    for (int bed = 0; bed < BEDS; bed++) {
      ward.change(bed, Alarms.with(BedWatch.NONE));
    }
    ward.forgetAsked();
    window.setMinimised(false);
    window.resize(1_920, 1_080);
    window.press(KeyCode.ESCAPE, false);
    window.press(KeyCode.ESCAPE, false);
    window.press(KeyCode.DIGIT4, true);
    for (int i = 0; i < 3; i++) {
      window.advance(STEP);
      window.pulse();
    }
    Map<String, Long> instances = instances();
    // Memory outside the heap is given back some time after what held it was collected.
    long direct = Long.MAX_VALUE;
    while (directBytes() < direct) {
      direct = directBytes();
      instances = instances();
    }
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    long otherKb = Math.max(0, residentKb() - (heap.getCommitted() >> 10));
    return new Held(heap.getUsed(), otherKb, instances);
  }

  private static long directBytes() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }

  /** What the heap holds, and what the process has in RAM beside it. */
  private record Held(long heapBytes, long otherKb, Map<String, Long> instances) {}

  /** Live objects by class, after a whole collection. */
  private static Map<String, Long> instances() throws JMException {
    String histogram =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
    Map<String, Long> instances = new TreeMap<>();
    for (String line : histogram.split("\\n", -1)) {
      String[] words = line.trim().split("\\s+", -1);
      if (words.length >= 4 && words[0].endsWith(":")) {
        instances.merge(words[3], Long.parseLong(words[1]), Long::sum);
      }
    }
    return instances;
  }

  /** Memory of the process in RAM, in KB; 0 where the system does not tell. */
  private static long residentKb() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  /**
   * Classes of the station, nodes and listeners of which there are more. What JavaFX caches of
   * styles and fonts counts as heap alone: it grows until each state of a screen was seen once.
   */
  private static Map<String, String> grown(Map<String, Long> before, Map<String, Long> after) {
    Map<String, String> grown = new TreeMap<>();
    after.forEach(
        (name, count) -> {
          boolean watched =
              name.startsWith("org.wardbeat")
                  || (name.startsWith("javafx.scene.") && !name.equals(Font.class.getName()))
                  || name.contains("Listener");
          long earlier = before.getOrDefault(name, 0L);
          if (watched && count > earlier * SLACK + FEW) {
            grown.put(name, earlier + " -> " + count);
          }
        });
    return grown;
  }
}
