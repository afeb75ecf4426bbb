package org.wardbeat.benchmarks.fanout.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wardbeat.benchmarks.fanout.source.Stamps;

class AccountTest {

  private static final long SECOND = 1_000_000_000;

  private final Stamps stamps = new Stamps(1);
  private final Account account = new Account(stamps);
  private final long[] ledger = account.newLedger();

  @Test
  void countsMergedMessagesWithTheirOwnLatency() {
    long now = System.nanoTime();
    stamps.publish(0, 0, now - 300 * SECOND);
    stamps.publish(0, 1, now - 200 * SECOND);
    stamps.publish(0, 2, now - 100 * SECOND);

    account.deliveredUpTo(ledger, 0, 2);

    Tally tally = account.tally();
    assertThat(tally.deliveries()).isEqualTo(1);
    assertThat(tally.merged()).isEqualTo(2);
    assertThat(tally.latencyMicros().getTotalCount()).isEqualTo(3);
    assertThat(tally.latencyMillis(50)).isBetween(200_000.0, 210_000.0);
    assertThat(tally.latencyMillis(100)).isBetween(300_000.0, 310_000.0);
  }

  @Test
  void countsFromZeroWhenAMeasurementBegins() {
    stamps.publish(0, 0, System.nanoTime());
    account.read(10);
    account.delivered(ledger, 0, 0);

    account.begin();

    assertThat(account.tally())
        .extracting(Tally::bytes, Tally::deliveries, Tally::lost)
        .containsExactly(0L, 0L, 0L);
  }

  @Test
  void remembersWhatWasLostForGood() {
    stamps.publish(0, 3, System.nanoTime());
    account.lostUpTo(ledger, 0, 2);
    account.delivered(ledger, 0, 3);

    assertThat(account.tally()).extracting(Tally::deliveries, Tally::lost).containsExactly(1L, 3L);
  }
}
