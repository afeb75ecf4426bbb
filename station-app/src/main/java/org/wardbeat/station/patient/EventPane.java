package org.wardbeat.station.patient;

import java.time.ZoneId;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.overview.States;
import org.wardbeat.station.presentation.AlarmLook;
import org.wardbeat.station.presentation.Formats;
import org.wardbeat.station.theme.Drawing;
import org.wardbeat.station.theme.Texts;
import org.wardbeat.station.trend.EventMemory;
import org.wardbeat.station.trend.EventStrip;
import org.wardbeat.station.wave.WaveLooks;

/** The waves around the last alarm, in the grey of what is recorded. */
final class EventPane extends Region {
  private static final double HEAD = 36;
  private static final double FOOT = 24;

  private final Words words;
  private final ZoneId zone;
  private final Region head = new Region();
  private final Text title = Texts.line("card-heading");
  private final Text time = Texts.line("card-time");
  private final Text leads = Texts.line("card-detail");
  private final Text none = Texts.line("card-none");
  private final Region chip = new Region();
  private final Text chipText = Texts.line("event-prefix");
  private final Strip strip = new Strip();
  private @Nullable EventStrip shown;
  private PatientView.@Nullable EventRow event;

  EventPane(Words words, ZoneId zone) {
    this.words = words;
    this.zone = zone;
    setId("patient-event");
    getStyleClass().addAll("event-pane", "patient-part");
    head.getStyleClass().add("card-header");
    chip.getStyleClass().add("chip");
    title.setText(words.text("patient.event.last"));
    time.setId("patient-event-time");
    none.setId("patient-event-none");
    chipText.setId("patient-event-chip");
    getChildren().addAll(head, strip, chip, chipText, title, time, leads, none);
    getChildren().forEach(child -> child.setManaged(false));
  }

  /**
   * Shows the last alarm.
   *
   * @param newest what it is of; null if there was none
   * @param recorded the waves around it; null if there are none
   */
  void show(PatientView.@Nullable EventRow newest, @Nullable EventStrip recorded) {
    event = newest;
    shown = newest == null ? null : recorded;
    EventStrip now = shown;
    boolean waves = now != null && !now.waves().isEmpty();
    Texts.set(time, now == null ? "" : Formats.clock(now.onsetMicros(), zone));
    Texts.set(leads, waves ? names(now) : "");
    Texts.set(
        none,
        newest == null
            ? words.text("patient.event.none")
            : waves ? "" : words.text("patient.event.no-strip"));
    Texts.set(chipText, newest == null || !waves ? "" : newest.prefix() + " " + newest.text());
    chip.setVisible(newest != null && waves);
    if (newest != null) {
      States.severity(chip, newest.severity(), AlarmLook.NEW);
      States.severity(chipText, newest.severity(), AlarmLook.NEW);
      chip.pseudoClassStateChanged(PatientStates.LASTING, true);
      chipText.pseudoClassStateChanged(PatientStates.LASTING, true);
    }
    strip.refresh();
    requestLayout();
  }

  private String names(@Nullable EventStrip strip) {
    if (strip == null) {
      return "";
    }
    return String.join(
        words.text("patient.event.and"),
        strip.waves().stream().map(wave -> WaveLooks.name(wave.channel())).toList());
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    head.resizeRelocate(1, 1, width - 2, HEAD);
    Texts.place(title, 14, 24);
    Texts.place(time, 28 + Texts.width(title), 24);
    Texts.place(leads, 44 + Texts.width(title) + Texts.width(time), 24);
    Texts.place(none, 14, HEAD + 30);
    strip.resizeRelocate(1, HEAD + 1, width - 2, Math.max(0, getHeight() - HEAD - 2));
    double chipWidth = Texts.width(chipText) + 18;
    chip.resizeRelocate(Math.rint(width / 2), HEAD + 1, chipWidth, 24);
    Texts.place(chipText, width / 2 + 9, HEAD + 19);
  }

  /** The drawing itself. */
  private final class Strip extends Drawing {
    private static final Color WAVE = Color.web("#C9D3DD");
    private static final Color SECOND = Color.web("#8B98A6");
    private static final Color TICK = Color.web("#232C36");

    Strip() {
      super(0, 0);
    }

    void refresh() {
      redraw();
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
      EventStrip now = shown;
      if (now == null || now.waves().isEmpty() || height < FOOT + 20) {
        return;
      }
      drawTicks(g, width, height);
      double lane = (height - FOOT) / now.waves().size();
      for (int i = 0; i < now.waves().size(); i++) {
        g.setStroke(i == 0 ? WAVE : SECOND);
        drawWave(g, now, now.waves().get(i), i * lane, lane, width);
      }
      g.setFill(tone());
      g.fillRect(pixels().snap(width / 2 - 1), 0, pixels().width(2), height - FOOT);
    }

    private Color tone() {
      PatientView.EventRow of = event;
      if (of == null) {
        return WAVE;
      }
      return switch (of.severity()) {
        case HIGH -> Color.web("#D6132A");
        case MEDIUM -> Color.web("#FFD60A");
        case LOW -> Color.web("#22D3E6");
        case NONE -> WAVE;
      };
    }

    private void drawTicks(GraphicsContext g, double width, double height) {
      g.setFont(digits());
      for (int second = -EventMemory.STRIP_SECONDS; second <= EventMemory.STRIP_SECONDS; second++) {
        double x = x(second * 1_000_000L, width);
        g.setFill(TICK);
        g.fillRect(pixels().snap(x), 0, pixels().width(1), height - FOOT);
        if (second % 5 == 0) {
          boolean first = second == -EventMemory.STRIP_SECONDS;
          boolean last = second == EventMemory.STRIP_SECONDS;
          g.setTextAlign(
              first ? TextAlignment.LEFT : last ? TextAlignment.RIGHT : TextAlignment.CENTER);
          g.setFill(SECOND);
          String sign = second > 0 ? "+" : second < 0 ? "\u2212" : "";
          g.fillText(
              sign + Math.abs(second) + " s", first ? x + 6 : last ? x - 6 : x, height - FOOT / 2);
        }
      }
      g.setTextAlign(TextAlignment.LEFT);
    }

    private static double x(long micros, double width) {
      return (0.5 + micros / (2_000_000.0 * EventMemory.STRIP_SECONDS)) * width;
    }

    private static void drawWave(
        GraphicsContext g,
        EventStrip strip,
        EventStrip.Wave wave,
        double top,
        double height,
        double width) {
      int least = Integer.MAX_VALUE;
      int most = Integer.MIN_VALUE;
      for (int i = 0; i < wave.length(); i++) {
        if (wave.sample(i) != SampleRing.GAP) {
          least = Math.min(least, wave.sample(i));
          most = Math.max(most, wave.sample(i));
        }
      }
      if (least > most) {
        return;
      }
      double scale = (height - 12) / Math.max(1, (double) most - least);
      boolean pen = false;
      g.setLineWidth(1.3);
      g.beginPath();
      for (int i = 0; i < wave.length(); i++) {
        if (wave.sample(i) == SampleRing.GAP) {
          pen = false;
          continue;
        }
        double x = x(wave.micros(i) - strip.onsetMicros(), width);
        double y = top + 6 + ((double) most - wave.sample(i)) * scale;
        if (pen) {
          g.lineTo(x, y);
        } else {
          g.moveTo(x, y);
        }
        pen = true;
      }
      g.stroke();
    }
  }
}
