package org.wardbeat.systemtests.account;

import java.util.List;
import java.util.Optional;
import org.wardbeat.wire.ward.BedId;

/** What a station was given, as of now. */
public interface Given {
  /** What it knows of a bed; empty if it does not know of it. */
  Optional<BedAccount> account(BedId bed);

  /** Rules that were broken, each in a sentence. */
  List<String> violations();
}
