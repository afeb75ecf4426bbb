package org.wardbeat.bridge.alarm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.Patient;

/** Tells patients apart without saying who they are. */
final class PatientDigest {
  private PatientDigest() {}

  /** A digest of who somebody is; empty for nobody. */
  static String of(@Nullable Patient patient) {
    if (patient == null) {
      return "";
    }
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (String part :
          new String[] {patient.identifier(), patient.familyName(), patient.givenName()}) {
        sha.update(part.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
      }
      return HexFormat.of().formatHex(sha.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java run time has SHA-256", e);
    }
  }
}
