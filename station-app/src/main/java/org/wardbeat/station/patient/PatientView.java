package org.wardbeat.station.patient;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.presentation.SectorView;
import org.wardbeat.station.presentation.Severity;
import org.wardbeat.station.presentation.ValueView;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.VitalSign;

/**
 * All that the patient window shows beside waves and trends. Two equal views look the same.
 *
 * @param sector what the bed's sector on the overview shows of the same moment
 * @param name the patient's whole name
 * @param identifier the medical record number, with its caption
 * @param birth the birth date, with its caption
 * @param nurse who sees to the bed, with a caption
 * @param device the device, with its caption
 * @param mark whether what is shown is live
 * @param detail how old it is, or why it is not live
 * @param way how long data take to get here
 * @param source battery and electrodes
 * @param limitNote who set the limit that is crossed, and when; empty if that is not known
 * @param cards the numbers
 * @param score the early warning score
 * @param events the last alarms, the newest first
 */
record PatientView(
    SectorView sector,
    String name,
    String identifier,
    String birth,
    String nurse,
    String device,
    Mark mark,
    String detail,
    Way way,
    String source,
    String limitNote,
    List<Card> cards,
    ScoreCard score,
    List<EventRow> events) {
  PatientView {
    cards = List.copyOf(cards);
    events = List.copyOf(events);
  }

  /** Whether what is shown is live. */
  enum Mark {
    /** It is. */
    LIVE,
    /** It is growing old, or the patient is away. */
    NOT_FRESH,
    /** Nothing is known to be true now. */
    NOT_LIVE,
    /** Nobody lies here. */
    EMPTY
  }

  /**
   * How long each part of the way from the devices takes.
   *
   * @param shown in short; empty if it is not known
   * @param spoken in words
   */
  record Way(String shown, String spoken) {
    /** Not known. */
    static final Way NONE = new Way("", "");
  }

  /** A number's place in the window. */
  enum Slot {
    HR,
    SPO2,
    RR,
    TEMP,
    NIBP
  }

  /**
   * A number with its limits.
   *
   * @param slot which one
   * @param value the number
   * @param high the high limit, empty if there is none
   * @param low the low limit, empty if there is none
   * @param notes what stands beside it, each a caption and a value
   * @param trend the vital sign that its trend shows; of a pressure the systolic
   * @param lowFixed the low limit in whole steps; null if there is none that is watched
   * @param highFixed the high limit, likewise
   */
  record Card(
      Slot slot,
      ValueView value,
      String high,
      String low,
      List<Note> notes,
      VitalSign trend,
      @Nullable Integer lowFixed,
      @Nullable Integer highFixed) {
    Card {
      notes = List.copyOf(notes);
    }
  }

  /** A caption with a value, of which either may be empty. */
  record Note(String caption, String value) {}

  /**
   * The early warning score.
   *
   * @param points its total, or a dash
   * @param band what they mean
   * @param words the same in words; empty without a total
   * @param note what it lacks, or when the next entry is due
   * @param inputs what it is made of
   */
  record ScoreCard(String points, Score.Band band, String words, String note, List<Input> inputs) {
    /** Nothing is known. */
    static final ScoreCard UNKNOWN = new ScoreCard("–", Score.Band.NONE, "", "", List.of());

    ScoreCard {
      inputs = List.copyOf(inputs);
    }
  }

  /**
   * An input of a score.
   *
   * @param name what it is
   * @param value as it is written, {@code ---} if it is not known
   * @param points what it adds; empty if it does not count
   * @param source where it is from, or when it was entered
   */
  record Input(String name, String value, String points, String source) {}

  /**
   * An alarm of the bed.
   *
   * @param severity its priority
   * @param prefix the same in signs
   * @param text what it is of
   * @param time when it began
   * @param lasting whether it is not over
   */
  record EventRow(Severity severity, String prefix, String text, String time, boolean lasting) {}
}
