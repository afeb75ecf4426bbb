package org.wardbeat.bridge.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The delays between attempts to connect. */
class BackoffTest {
  @Property
  void eachDelayLiesBetweenTheFloorAndACappedBoundThatDoubles(@ForAll long seed) {
    Timing timing = Timing.DEFAULT;
    Backoff backoff = new Backoff(timing, new Random(seed));
    long bound = timing.baseMillis();
    for (int failure = 0; failure < 80; failure++) {
      assertThat(backoff.nextMillis())
          .isBetween((long) timing.floorMillis(), Math.min(bound, timing.capMillis()));
      bound = Math.min(bound * 2, timing.capMillis());
    }
    backoff.reset();
    assertThat(backoff.nextMillis()).isLessThanOrEqualTo(timing.baseMillis());
  }

  @Property(tries = 20)
  void delaysOfTwoBridgesDiffer(@ForAll long seed) {
    Backoff one = new Backoff(Timing.DEFAULT, new Random(seed));
    Backoff other = new Backoff(Timing.DEFAULT, new Random(seed + 1));
    boolean differ = false;
    for (int failure = 0; failure < 20; failure++) {
      differ |= one.nextMillis() != other.nextMillis();
    }
    assertThat(differ).isTrue();
  }
}
