package org.wardbeat.benchmarks.fanout;

import java.io.IOException;
import java.time.Duration;
import org.wardbeat.benchmarks.fanout.load.Clients;
import org.wardbeat.benchmarks.fanout.load.Tally;
import org.wardbeat.benchmarks.fanout.source.Publisher;
import org.wardbeat.benchmarks.fanout.source.Publisher.Rates;
import org.wardbeat.benchmarks.fanout.source.Stamps;
import org.wardbeat.benchmarks.fanout.source.WardPlan;
import org.wardbeat.benchmarks.fanout.subject.Rig;
import org.wardbeat.benchmarks.fanout.subject.ServerUsage;
import org.wardbeat.benchmarks.fanout.subject.Subject;

/** A running server between devices and clients. */
final class Ward implements AutoCloseable {

  private static final Duration DRAIN = Duration.ofSeconds(5);
  private static final Duration LONG_DRAIN = Duration.ofSeconds(20);

  private final Publisher devices;
  private final Clients clients;
  private final ServerUsage server;
  private final int deviceCount;
  private final boolean waveforms;

  private Ward(Publisher devices, Clients clients, WardPlan plan, ServerUsage server) {
    this.deviceCount = plan.beds();
    this.waveforms = plan.waveforms();
    this.devices = devices;
    this.clients = clients;
    this.server = server;
  }

  /** Starts devices, which say what they are and nothing else yet; there is no client. */
  static Ward open(Rig rig, Subject subject, WardPlan plan) throws IOException {
    Stamps stamps = new Stamps(plan.sources());
    Publisher devices = new Publisher(plan, rig.brokerPort(), stamps);
    try {
      devices.announce();
      Clients clients = new Clients(rig.server(), subject.speech(), plan, stamps);
      return new Ward(devices, clients, plan, rig.usage());
    } catch (IOException e) {
      devices.close();
      throw e;
    }
  }

  Clients clients() {
    return clients;
  }

  Publisher devices() {
    return devices;
  }

  ServerUsage server() {
    return server;
  }

  /** Connects clients and waits until they have what is known. */
  void connect(FanoutCase one, WardPlan plan, int sessions)
      throws IOException, InterruptedException {
    for (int session = 0; session < sessions; session++) {
      clients.open(one.units(plan, session));
    }
    clients.awaitReady();
  }

  /** Lets the devices send and waits a while. */
  void run(Rates rates, Duration time) throws IOException, InterruptedException {
    devices.pace(rates);
    Thread.sleep(time);
  }

  /**
   * What happens within a time.
   *
   * @param tally what the clients got
   * @param seconds how long it took
   * @param cpuSeconds of the server
   * @param clientCpuSeconds of the thread of the clients
   */
  record Measurement(Tally tally, double seconds, double cpuSeconds, double clientCpuSeconds) {

    double deliveriesPerSecond() {
      return tally.deliveries() / seconds;
    }

    double updatesPerSecond() {
      return (tally.deliveries() + tally.merged()) / seconds;
    }

    /** Processor time of the clients' thread, in percent of a core. */
    double clientCpuPercent() {
      return 100 * clientCpuSeconds / seconds;
    }
  }

  /** How many messages with vital signs all devices send in a second. */
  double messagesPerSecond(Rates rates) {
    return deviceCount / seconds(rates.vitals());
  }

  /** What has been used up to a moment. */
  record Reading(long nanos, Duration cpu, Duration clientCpu) {}

  /** Begins a measurement. */
  Reading begin() throws IOException, InterruptedException {
    clients.begin();
    return read();
  }

  private Reading read() throws IOException {
    return new Reading(System.nanoTime(), server.cpu(), clients.cpu());
  }

  /** Ends a measurement. */
  Measurement end(Reading from) throws IOException, InterruptedException {
    Tally tally = clients.tally();
    Reading to = read();
    return new Measurement(
        tally,
        (to.nanos - from.nanos) / 1e9,
        seconds(to.cpu.minus(from.cpu)),
        seconds(to.clientCpu.minus(from.clientCpu)));
  }

  /** Measures for a while. */
  Measurement measure(Duration time) throws IOException, InterruptedException {
    Reading from = begin();
    Thread.sleep(time);
    return end(from);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  /**
   * Lets the devices send and waits a while; then until all of it has arrived, if that needs no
   * pause in a waveform.
   */
  void warm(Rates rates, Duration time) throws IOException, InterruptedException {
    run(rates, time);
    if (!waveforms) {
      devices.pace(Rates.STOPPED);
      clients.awaitMissing(LONG_DRAIN);
    }
  }

  /** Stops the devices and returns how many messages did not arrive within some seconds. */
  long stop() throws IOException, InterruptedException {
    devices.pace(Rates.STOPPED);
    return clients.awaitMissing(DRAIN);
  }

  @Override
  public void close() throws IOException {
    try (devices) {
      clients.close();
    }
  }
}
