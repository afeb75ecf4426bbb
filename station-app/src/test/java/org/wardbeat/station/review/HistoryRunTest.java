package org.wardbeat.station.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardbeat.station.ward.ActResult;
import org.wardbeat.station.ward.AlarmHistory;
import org.wardbeat.station.ward.BridgeRequests;
import org.wardbeat.station.ward.HistoryQuery;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;

/** Reading a period page by page. */
class HistoryRunTest {
  private static final long FROM = 1_000;
  private static final long TO = 1_000_000;

  private final List<Frame.AlarmRecord> stored = new ArrayList<>();
  private final List<HistoryQuery> asked = new ArrayList<>();
  private final Deque<Runnable> due = new ArrayDeque<>();
  private final List<Frame.AlarmRecord> got = new ArrayList<>();
  private String missing = "";

  private final BridgeRequests bridge =
      new BridgeRequests() {
        @Override
        public CompletableFuture<ActResult> act(Operator operator, Operation operation) {
          throw new UnsupportedOperationException("nobody acts here");
        }

        @Override
        public CompletableFuture<AlarmHistory> history(HistoryQuery query) {
          asked.add(query);
          return CompletableFuture.completedFuture(
              new AlarmHistory(
                  missing,
                  stored.stream()
                      .filter(
                          each -> query.unit().isEmpty() || query.unit().equals(each.bed().unit()))
                      .filter(each -> each.alarm().onsetMicros() < query.toMicros())
                      .limit(query.most())
                      .toList()));
        }
      };

  private void store(String unit, int count, int together) {
    for (int i = 0; i < count; i++) {
      long onset = FROM + i / together;
      stored.add(
          new Frame.AlarmRecord(
              new BedId(unit, String.valueOf(i % together)), Past.raised("C" + i, "x", onset)));
    }
    stored.sort(
        Comparator.comparingLong((Frame.AlarmRecord each) -> each.alarm().onsetMicros())
            .reversed());
  }

  private HistoryRun run(String... units) {
    HistoryRun run =
        new HistoryRun(bridge, due::add, List.of(units), FROM, TO, page -> got.addAll(page));
    run.start();
    return run;
  }

  private void finish() {
    while (!due.isEmpty()) {
      due.remove().run();
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "199, 1", "200, 1", "201, 1", "1000, 7", "900, 300", "950, 950"})
  void eachAlarmComesOnceHoweverManyBeganTogether(int count, int together) {
    store("4 East", count, together);
    HistoryRun run = run("");
    finish();
    assertThat(got).hasSize(count).doesNotHaveDuplicates();
    assertThat(run.progress().isWhole()).isTrue();
    assertThat(run.progress().read()).isEqualTo(count);
    assertThat(run.progress().share()).isEqualTo(1);
  }

  @Test
  void unitsAreReadOneAfterTheOther() {
    store("4 East", 250, 1);
    store("5 West", 10, 1);
    store("ICU", 10, 1);
    HistoryRun run = run("4 East", "ICU");
    finish();
    assertThat(got).hasSize(260);
    assertThat(asked).extracting(HistoryQuery::unit).containsExactly("4 East", "4 East", "ICU");
    assertThat(run.progress().isWhole()).isTrue();
  }

  @Test
  void tellsHowFarItHasCome() {
    store("4 East", 500, 1);
    HistoryRun run = run("");
    due.remove().run();
    HistoryRun.Progress progress = run.progress();
    assertThat(progress.over()).isFalse();
    assertThat(progress.isWhole()).isFalse();
    assertThat(progress.read()).isEqualTo(HistoryRun.PAGE);
    assertThat(progress.backToMicros()).isEqualTo(FROM + 300);
    assertThat(progress.share()).isBetween(0.9, 1.0);
  }

  @Test
  void whatIsMissingIsKeptAndWhatCameIsGiven() {
    store("4 East", 30, 1);
    missing = "The bridge cannot read its store of alarms.";
    HistoryRun run = run("4 East", "ICU");
    finish();
    assertThat(got).hasSize(30);
    assertThat(run.progress().over()).isTrue();
    assertThat(run.progress().isWhole()).isFalse();
    assertThat(run.progress().missing()).isEqualTo(missing);
  }

  @Test
  void whatIsGivenUpTellsNothingMore() {
    store("4 East", 500, 1);
    HistoryRun run = run("");
    due.remove().run();
    run.giveUp();
    finish();
    assertThat(got).hasSize(HistoryRun.PAGE);
    assertThat(asked).hasSize(2);
  }

  @Test
  void thereIsAnEndToWhatIsRead() {
    store("4 East", HistoryRun.MOST + 10, 1);
    HistoryRun run = run("");
    finish();
    assertThat(got).hasSize(HistoryRun.MOST);
    assertThat(run.progress().missing()).startsWith("Only the newest");
  }
}
