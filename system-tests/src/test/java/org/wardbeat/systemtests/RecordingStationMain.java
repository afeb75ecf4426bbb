package org.wardbeat.systemtests;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.wardbeat.systemtests.account.Ledger;
import org.wardbeat.wire.ward.BedId;

/** A station as a process of its own, so that a test can put it to sleep. */
public final class RecordingStationMain {
  static final String ACCOUNT = "account ";

  private RecordingStationMain() {}

  /**
   * Answers each line with what the station was given, until its input ends.
   *
   * @param args the bridge, the unit and the bed
   */
  public static void main(String[] args) throws IOException {
    URI bridge = URI.create(args[0]);
    try (HeadlessStation station = HeadlessStation.start(bridge, args[1])) {
      System.out.println("ready");
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        System.out.println(ACCOUNT + line + " " + encode(station.ledger(), args[1], args[2]));
      }
    }
  }

  private static String encode(Ledger ledger, String unit, String bed) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(ledger.violations());
      out.writeObject(ledger.account(new BedId(unit, bed)).orElse(null));
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
