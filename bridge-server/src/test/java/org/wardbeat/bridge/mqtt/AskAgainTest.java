package org.wardbeat.bridge.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AskAgainTest {
  private final AskAgain askAgain = new AskAgain(Timing.DEFAULT);

  @Test
  void isDueTenSecondsAfterTheSubscriptionThenAfterAMinuteThenEverMoreSeldom() {
    askAgain.subscribed(0);
    List<Long> seconds = new ArrayList<>();
    for (long second = 0; second < 20_000; second++) {
      askAgain.want();
      if (askAgain.isDue(TimeUnit.SECONDS.toNanos(second))) {
        seconds.add(second);
      }
    }
    assertThat(seconds)
        .containsExactly(
            10L, 70L, 190L, 430L, 910L, 1_870L, 3_790L, 7_390L, 10_990L, 14_590L, 18_190L);
  }

  @Test
  void whatWasMissingTooEarlyIsForgotten() {
    askAgain.subscribed(0);
    askAgain.want();
    assertThat(askAgain.isDue(TimeUnit.SECONDS.toNanos(9))).isFalse();
    assertThat(askAgain.isDue(TimeUnit.SECONDS.toNanos(11))).isFalse();
  }

  @Test
  void aNewConnectionBeginsAnew() {
    askAgain.subscribed(0);
    for (long second = 0; second < 5_000; second++) {
      askAgain.want();
      askAgain.isDue(TimeUnit.SECONDS.toNanos(second));
    }
    askAgain.subscribed(TimeUnit.SECONDS.toNanos(5_000));
    askAgain.want();
    assertThat(askAgain.isDue(TimeUnit.SECONDS.toNanos(5_010))).isTrue();
  }
}
