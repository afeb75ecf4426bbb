package org.wardbeat.station.panel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.acting.ActMessage;
import org.wardbeat.station.acting.Submission;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.ward.BedSnapshot;

/**
 * What somebody enters for one bed, whom it is meant for, and what became of it once it was sent.
 * Confined to the thread of the screens.
 */
public abstract class PanelForm {
  /** Whom it is meant for. */
  protected Subject subject;

  protected final Submission submission;
  protected final Words words;
  private @Nullable PanelState state;

  protected PanelForm(BedSnapshot bed, Submission submission) {
    this.subject = Subject.of(bed);
    this.submission = submission;
    this.words = submission.words();
  }

  /** In which language it speaks. */
  public final Words words() {
    return words;
  }

  /** Sees what is so now. */
  public void look(PanelState now) {
    state = now;
  }

  /** Means whoever is in the bed now; only for what nothing was entered in yet. */
  protected final void follow(BedSnapshot bed) {
    subject = Subject.of(bed);
  }

  /** What was seen last, null before anything was. */
  protected final @Nullable PanelState state() {
    return state;
  }

  /**
   * Sends what was entered, or says why not: nobody has seen yet what is kept of it, or it cannot
   * be sent.
   */
  public final void confirm() {
    String unusable = unusable();
    if (unusable.isEmpty() && settle()) {
      return;
    }
    String objection = unusable.isEmpty() ? objection() : unusable;
    if (objection.isEmpty()) {
      send();
    } else {
      submission.refuse(objection);
    }
  }

  /**
   * Puts what is kept in place of what was entered, and says so.
   *
   * @return whether anything differed
   */
  public final boolean settle() {
    List<String> kept = keep();
    if (!kept.isEmpty()) {
      submission.refuse(words.text("panel.kept-as", String.join(", ", kept)));
    }
    return !kept.isEmpty();
  }

  /** Puts what is kept in place of what was entered; what that is now where it differed. */
  protected List<String> keep() {
    return List.of();
  }

  /**
   * Why nothing may be sent for the bed any more, whatever was entered; empty as long as it may.
   */
  protected final String unusable() {
    PanelState now = state;
    if (now == null || now.bed() == null) {
      return words.text("panel.bed-gone");
    }
    return subject.is(now.bed()) ? "" : words.text("panel.other-patient");
  }

  /** Why what was entered cannot be sent as it is; empty if it can. */
  protected abstract String objection();

  /** Sends what was entered; nothing speaks against it. */
  protected abstract void send();

  /** Whether something was entered that is not sent. */
  public abstract boolean isDirty();

  /** What became of it. */
  public final ActMessage message() {
    return submission.message();
  }

  /** Says something that needs no bridge. */
  public final void warn(String text) {
    submission.refuse(text);
  }
}
