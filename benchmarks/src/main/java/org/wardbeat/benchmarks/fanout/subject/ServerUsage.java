package org.wardbeat.benchmarks.fanout.subject;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process uses, as seen from outside. */
public final class ServerUsage {

  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern USED = Pattern.compile("used (\\d+)K");
  private static final double KIB_PER_MB = 1e6 / 1_024;

  private final ProcessHandle process;

  ServerUsage(ProcessHandle process) {
    this.process = process;
  }

  /**
   * Processor time so far, all threads, in user mode and in the kernel.
   *
   * @throws IOException if the process is gone
   */
  public Duration cpu() throws IOException {
    return process
        .info()
        .totalCpuDuration()
        .orElseThrow(() -> new IOException("the server is gone, or its processor time unknown"));
  }

  /** Resident memory in MB (10⁶ bytes), where the system tells it in {@code /proc}. */
  public OptionalDouble residentMegabytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.isReadable(status)) {
      return OptionalDouble.empty();
    }
    return sum(RESIDENT, Files.readString(status));
  }

  /** The live heap of a JVM in MB after a full collection; empty if it is no JVM. */
  public OptionalDouble liveHeapMegabytes() throws IOException, InterruptedException {
    jcmd("GC.run");
    return sum(USED, jcmd("GC.heap_info"));
  }

  /** The used figures are those of generations; the metaspace has lines of its own after them. */
  private static OptionalDouble sum(Pattern pattern, String text) {
    int metaspace = text.indexOf("Metaspace");
    Matcher matcher = pattern.matcher(metaspace < 0 ? text : text.substring(0, metaspace));
    double sum = 0;
    boolean found = false;
    while (matcher.find()) {
      sum += Long.parseLong(matcher.group(1)) / KIB_PER_MB;
      found = true;
    }
    return found ? OptionalDouble.of(sum) : OptionalDouble.empty();
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    Path program = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process jcmd =
        new ProcessBuilder(program.toString(), Long.toString(process.pid()), command)
            .redirectErrorStream(true)
            .start();
    try (InputStream output = jcmd.getInputStream()) {
      String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      jcmd.waitFor();
      return said;
    }
  }
}
