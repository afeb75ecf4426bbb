package org.wardbeat.station.acting;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.ward.ActResult;
import org.wardbeat.station.ward.BridgeRequests;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;

/**
 * Acts for the operator of this station and tells what became of it. Confined to the thread that
 * its executor runs tasks on.
 */
public final class Acting {
  /** How long a pause of the sound lasts. */
  public static final int PAUSE_SECONDS = 120;

  private static final long SHOWN_NANOS = TimeUnit.SECONDS.toNanos(4);

  /** Next to which button a message is. */
  public enum Place {
    /** Acknowledge. */
    ACKNOWLEDGE,
    /** Pause audio. */
    PAUSE
  }

  private record Shown(ActMessage message, long number, long sinceNanos) {}

  private final BridgeRequests bridge;
  private final Optional<Operator> operator;
  private final Words words;
  private final Executor screen;
  private final LongSupplier nanoTime;
  private final Map<Place, Shown> shown = new EnumMap<>(Place.class);
  private long newest;

  /**
   * @param bridge who does it
   * @param operator in whose name; nothing can be done without one
   * @param words in which language
   * @param screen runs what answers bring about on the thread of the screens
   * @param nanoTime the monotonic clock, in nanoseconds
   */
  public Acting(
      BridgeRequests bridge,
      Optional<Operator> operator,
      Words words,
      Executor screen,
      LongSupplier nanoTime) {
    this.bridge = bridge;
    this.operator = operator;
    this.words = words;
    this.screen = screen;
    this.nanoTime = nanoTime;
  }

  /** In whose name this station acts; empty if nobody has signed in. */
  public Optional<Operator> operator() {
    return operator;
  }

  /**
   * Sees to an alarm.
   *
   * @param what the alarm in words: {@code 407 ASYSTOLE}
   */
  public void acknowledge(Operation.Acknowledge alarm, String what) {
    act(Place.ACKNOWLEDGE, List.of(alarm), words.text("act.acknowledged", what));
  }

  /** Pauses the sound of units for two minutes, or ends that, whoever else does so meanwhile. */
  public void pauseAudio(Set<String> units, boolean paused) {
    List<Operation> pauses = new ArrayList<>();
    for (String unit : new TreeSet<>(units)) {
      pauses.add(pause(unit, "", paused));
    }
    act(Place.PAUSE, pauses, words.text(paused ? "act.sound-paused" : "act.sound-on"));
  }

  /** Pauses the sound of a bed for two minutes, or ends that, whoever else does so meanwhile. */
  public void pauseAudio(BedId bed, boolean paused) {
    act(
        Place.PAUSE,
        List.of(pause(bed.unit(), bed.bed(), paused)),
        words.text(paused ? "act.sound-paused-at" : "act.sound-on-at", bed.bed()));
  }

  /**
   * Ends that nothing of a bed is watched.
   *
   * @param sinceMicros since when that is so, as it is shown; 0 if it no longer is
   */
  public void resume(BedId bed, long sinceMicros) {
    Operation end =
        new Operation.Inactivate(bed.unit(), bed.bed(), Inactivation.STANDBY, sinceMicros, 0, "");
    act(Place.PAUSE, List.of(end), words.text("act.resumed", bed.bed()));
  }

  private static Operation pause(String unit, String bed, boolean paused) {
    return new Operation.Inactivate(
        unit, bed, Inactivation.AUDIO_PAUSED, 0, paused ? PAUSE_SECONDS : 0, "");
  }

  /** Says why a key or button did nothing. */
  public void refuse(Place place, String why) {
    tell(place, ++newest, new ActMessage(ActMessage.Tone.NOT_DONE, why));
  }

  private void act(Place place, List<Operation> operations, String done) {
    long number = ++newest;
    if (operator.isEmpty()) {
      refuse(place, words.text("act.nobody"));
      return;
    }
    tell(place, number, new ActMessage(ActMessage.Tone.WAITING, words.text("act.asking")));
    List<CompletableFuture<ActResult>> answers =
        operations.stream().map(operation -> bridge.act(operator.get(), operation)).toList();
    CompletableFuture<?> _ =
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
            .thenRunAsync(() -> tell(place, number, message(answers, done)), screen);
  }

  /** Of several the first that is not done counts. */
  private ActMessage message(List<CompletableFuture<ActResult>> answers, String done) {
    for (CompletableFuture<ActResult> answer : answers) {
      ActResult result = answer.join();
      if (!result.isDone()) {
        return message(result, done);
      }
    }
    return new ActMessage(ActMessage.Tone.DONE, done);
  }

  ActMessage message(ActResult result, String done) {
    if (result.isDone()) {
      return new ActMessage(ActMessage.Tone.DONE, done);
    }
    String key =
        result.status() == ActResult.Status.UNANSWERED ? "act.not-confirmed" : "act.not-done";
    return new ActMessage(
        ActMessage.Tone.NOT_DONE, words.text(key, words.translated(result.reason())));
  }

  /** Has something done for a form, which is told on the screens' thread what became of it. */
  void act(Operation operation, Consumer<ActResult> told) {
    if (operator.isEmpty()) {
      told.accept(new ActResult(ActResult.Status.NOT_SENT, words.text("act.nobody-here")));
      return;
    }
    CompletableFuture<?> _ = bridge.act(operator.get(), operation).thenAcceptAsync(told, screen);
  }

  /** A form's way to the bridge. */
  public Submission submission() {
    return new Submission(this, words, nanoTime);
  }

  /** The answer to an older act says nothing about the newer one that a button was used for. */
  private void tell(Place place, long number, ActMessage message) {
    Shown before = shown.get(place);
    if (before == null || before.number() <= number) {
      shown.put(place, new Shown(message, number, nanoTime.getAsLong()));
    }
  }

  /** What is to be said next to a button now; {@link ActMessage#NONE} if nothing is. */
  public ActMessage message(Place place) {
    Shown last = shown.get(place);
    if (last == null) {
      return ActMessage.NONE;
    }
    boolean waits = last.message().tone() == ActMessage.Tone.WAITING;
    return waits || nanoTime.getAsLong() - last.sinceNanos() < SHOWN_NANOS
        ? last.message()
        : ActMessage.NONE;
  }
}
