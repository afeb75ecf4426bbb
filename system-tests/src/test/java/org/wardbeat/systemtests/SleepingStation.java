package org.wardbeat.systemtests;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.wardbeat.systemtests.account.BedAccount;
import org.wardbeat.systemtests.account.Given;
import org.wardbeat.systemtests.process.Child;
import org.wardbeat.systemtests.process.Part;
import org.wardbeat.wire.ward.BedId;

/** A station that can be put to sleep as a computer is: it stands still, and its sockets die. */
final class SleepingStation implements Part, Given {
  private record Told(List<String> violations, Optional<BedAccount> account) {}

  private final Child child;
  private int questions;

  private SleepingStation(Child child) {
    this.child = child;
  }

  static SleepingStation start(URI bridge, BedId bed) {
    Child child =
        Child.start(
            "station",
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--class-path",
                System.getProperty("java.class.path"),
                RecordingStationMain.class.getName(),
                bridge.toString(),
                bed.unit(),
                bed.bed()));
    child.awaitLine("^ready$");
    return new SleepingStation(child);
  }

  void sleep() {
    child.freeze();
  }

  void wake() {
    child.thaw();
  }

  @Override
  public Optional<BedAccount> account(BedId bed) {
    return ask().account();
  }

  @Override
  public List<String> violations() {
    return ask().violations();
  }

  private Told ask() {
    int number = ++questions;
    child.say(Integer.toString(number));
    String answer = child.awaitLine("^" + RecordingStationMain.ACCOUNT + number + " (\\S+)$");
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(answer)))) {
      return read(in);
    } catch (IOException | ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  @SuppressWarnings("unchecked") // written by RecordingStationMain
  private static Told read(ObjectInputStream in) throws IOException, ClassNotFoundException {
    List<String> violations = (List<String>) in.readObject();
    return new Told(violations, Optional.ofNullable((BedAccount) in.readObject()));
  }

  @Override
  public void close() {
    child.close();
  }
}
