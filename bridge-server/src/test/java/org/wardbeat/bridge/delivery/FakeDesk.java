package org.wardbeat.bridge.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.wardbeat.bridge.alarm.ActOutcome;
import org.wardbeat.bridge.alarm.AlarmDesk;
import org.wardbeat.bridge.alarm.HeldBack;
import org.wardbeat.bridge.alarm.Recording;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;

/** A desk at which a test stands. Any thread asks, one answers. */
final class FakeDesk implements AlarmDesk {
  private static final int PART = 256;

  /** What an operator wants, and who waits for the answer. */
  record Wanted(Operator operator, Operation operation, Consumer<ActOutcome> answer) {
    void done() {
      answer.accept(new ActOutcome(Frame.Outcome.DONE, ""));
    }

    void refused(String reason) {
      answer.accept(new ActOutcome(Frame.Outcome.REFUSED, reason));
    }
  }

  final List<Wanted> wanted = new CopyOnWriteArrayList<>();
  final List<Frame.AlarmRecord> past = new ArrayList<>();

  /** Why answers lack alarms; empty if they lack none. */
  volatile String missing = "";

  final List<Frame.AlarmQuery> queries = new CopyOnWriteArrayList<>();
  private final Queue<Runnable> answers = new ConcurrentLinkedQueue<>();
  private volatile HeldBack heldBack = new HeldBack(0, List.of());

  /** Something holds alarms back, or no longer. */
  void hold(InactivationState state) {
    Predicate<HeldBack.Versioned> same =
        each ->
            each.state().unit().equals(state.unit())
                && each.state().bed().equals(state.bed())
                && each.state().kind() == state.kind();
    List<HeldBack.Versioned> all = new ArrayList<>(heldBack.all());
    all.removeIf(same);
    all.addFirst(new HeldBack.Versioned(heldBack.version() + 1, state));
    heldBack = new HeldBack(heldBack.version() + 1, all);
  }

  /** Answers what was asked until now. */
  void answerQueries() {
    for (int due = answers.size(); due > 0; due--) {
      answers.remove().run();
    }
  }

  @Override
  public void act(Operator operator, Operation operation, Consumer<ActOutcome> answer) {
    wanted.add(new Wanted(operator, operation, answer));
  }

  @Override
  public void query(Frame.AlarmQuery query, Consumer<Frame.AlarmRecords> answer) {
    queries.add(query);
    answers.add(() -> answer(query, answer));
  }

  private void answer(Frame.AlarmQuery query, Consumer<Frame.AlarmRecords> answer) {
    List<Frame.AlarmRecord> found =
        past.stream()
            .filter(each -> each.alarm().onsetMicros() < query.toMicros())
            .sorted(
                Comparator.comparingLong((Frame.AlarmRecord each) -> each.alarm().onsetMicros())
                    .reversed())
            .limit(query.most())
            .toList();
    for (int from = 0; from + PART < found.size(); from += PART) {
      answer.accept(
          new Frame.AlarmRecords(query.number(), false, found.subList(from, from + PART)));
    }
    int rest = found.isEmpty() ? 0 : (found.size() - 1) / PART * PART;
    answer.accept(
        new Frame.AlarmRecords(query.number(), true, missing, found.subList(rest, found.size())));
  }

  @Override
  public HeldBack heldBack() {
    return heldBack;
  }

  /** Why alarms do not work; empty if they do. */
  volatile String failure = "";

  @Override
  public String failure() {
    return failure;
  }

  @Override
  public Recording recording() {
    return new Recording(true, 0, "");
  }
}
