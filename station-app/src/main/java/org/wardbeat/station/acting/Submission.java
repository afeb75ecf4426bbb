package org.wardbeat.station.acting;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.ward.ActResult;
import org.wardbeat.wire.ward.Operation;

/**
 * What becomes of what a form sent. It says that something was not confirmed after 3 s even if the
 * link's thread hangs and never says so; an answer that comes later still counts. Confined to the
 * thread of the screens.
 */
public final class Submission {
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(3_250);

  private final Acting acting;
  private final Words words;
  private final LongSupplier nanoTime;
  private ActMessage message = ActMessage.NONE;
  private boolean waiting;
  private long sentNanos;
  private long newest;

  /** Nothing sent yet. */
  Submission(Acting acting, Words words, LongSupplier nanoTime) {
    this.acting = acting;
    this.words = words;
    this.nanoTime = nanoTime;
  }

  /** In which language what becomes of it is told. */
  public Words words() {
    return words;
  }

  /**
   * Sends an operation, unless an earlier one is being waited for.
   *
   * @param done what to say once the bridge has confirmed it
   * @param told hears what became of it, also if that comes late
   */
  public void send(Operation operation, String done, Consumer<ActResult> told) {
    if (isWaiting()) {
      return;
    }
    long number = ++newest;
    waiting = true;
    sentNanos = nanoTime.getAsLong();
    message = new ActMessage(ActMessage.Tone.WAITING, words.text("act.asking"));
    acting.act(
        operation,
        result -> {
          if (number == newest) {
            waiting = false;
            message = acting.message(result, done);
          }
          told.accept(result);
        });
  }

  /** Says something that needs no bridge, such as what is missing. */
  public void refuse(String why) {
    if (!isWaiting()) {
      message = new ActMessage(ActMessage.Tone.NOT_DONE, why);
    }
  }

  /** Says that something turned out to be done after all. */
  public void confirm(String what) {
    waiting = false;
    message = new ActMessage(ActMessage.Tone.DONE, what);
  }

  /** The form was changed: what was said of it before is of no more use. */
  public void edited() {
    if (!isWaiting()) {
      message = ActMessage.NONE;
    }
  }

  /** Whether the bridge is being waited for. */
  public boolean isWaiting() {
    if (waiting && nanoTime.getAsLong() - sentNanos >= PATIENCE_NANOS) {
      waiting = false;
      message = new ActMessage(ActMessage.Tone.NOT_DONE, words.text("act.unanswered"));
    }
    return waiting;
  }

  /** What is to be said now. */
  public ActMessage message() {
    return isWaiting() || !message.text().isEmpty() ? message : ActMessage.NONE;
  }
}
