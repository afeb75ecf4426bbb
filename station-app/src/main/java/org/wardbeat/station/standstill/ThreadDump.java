package org.wardbeat.station.standstill;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Where each platform thread is, and what it waits for, so that what holds one up can be found. */
final class ThreadDump {
  private ThreadDump() {}

  /** Of all threads now, as text, that with this name first. */
  static String startingWith(String name) {
    return Arrays.stream(ManagementFactory.getThreadMXBean().dumpAllThreads(false, false))
        .sorted(Comparator.comparing(thread -> !thread.getThreadName().equals(name)))
        .map(ThreadDump::text)
        .collect(Collectors.joining());
  }

  private static String text(ThreadInfo thread) {
    StringBuilder text = new StringBuilder();
    text.append('"').append(thread.getThreadName()).append("\" ").append(thread.getThreadState());
    if (thread.getLockName() != null) {
      text.append(" on ").append(thread.getLockName());
    }
    if (thread.getLockOwnerName() != null) {
      text.append(", held by \"").append(thread.getLockOwnerName()).append('"');
    }
    text.append(System.lineSeparator());
    for (StackTraceElement frame : thread.getStackTrace()) {
      text.append("  at ").append(frame).append(System.lineSeparator());
    }
    return text.toString();
  }
}
