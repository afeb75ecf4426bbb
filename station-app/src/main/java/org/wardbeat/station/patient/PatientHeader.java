package org.wardbeat.station.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.overview.States;
import org.wardbeat.station.panel.PanelKind;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.MixedLine;
import org.wardbeat.station.theme.Texts;

/** Who lies in the bed, whether what is shown is live, and what can be done. */
final class PatientHeader extends Region {
  static final double HEIGHT = 60;

  private static final List<PanelKind> OFFERED =
      List.of(PanelKind.LIMITS, PanelKind.PAUSES, PanelKind.OBSERVATIONS);

  private static final double BACK_WIDTH = 60;
  private static final double PADDING = 14;
  private static final double BUTTON_HEIGHT = 44;

  private final Words words;
  private final Button back = new Button();
  private final Text bed = Texts.line("bed-label");
  private final Text name = Texts.line("patient-name");
  private final Text identifier = Texts.line("patient-fact");
  private final Text device = Texts.line("patient-fact");
  private final Text birth = Texts.line("patient-fact");
  private final Text nurse = Texts.line("patient-fact");
  private final Text mark = Texts.line("live-mark");
  private final MixedLine detail = new MixedLine("header-detail");
  private final MixedLine way = new MixedLine("header-way");
  private final MixedLine source = new MixedLine("header-source");
  private final List<Button> buttons = new ArrayList<>();

  /**
   * @param leave goes back to the beds
   * @param open opens a form for the bed
   */
  PatientHeader(Words words, Runnable leave, Consumer<PanelKind> open) {
    this.words = words;
    setId("patient-header");
    getStyleClass().addAll("patient-header", "patient-part");
    back.setId("patient-back");
    back.setGraphic(Icon.BACK.node());
    back.setAccessibleText(words.text("spoken.key", words.text("patient.back"), "Esc"));
    back.getStyleClass().setAll("patient-button", "back");
    back.setOnAction(_ -> leave.run());
    name.setId("patient-name");
    identifier.setId("patient-id");
    device.setId("patient-device");
    birth.setId("patient-birth");
    nurse.setId("patient-nurse");
    mark.setId("patient-live");
    detail.setId("patient-detail");
    way.setId("patient-way");
    way.setAccessibleRole(AccessibleRole.TEXT);
    source.setId("patient-source");
    getChildren().addAll(back, bed, name, identifier, birth, nurse, device, mark);
    getChildren().addAll(detail, way, source);
    for (PanelKind kind : OFFERED) {
      Button button = new Button(words.text(kind.titleKey()) + "  " + kind.keyName(words));
      button.setId("patient-open-" + StyleNames.of(kind));
      button.setAccessibleText(
          words.text("spoken.key", words.text(kind.titleKey()), kind.keyName(words)));
      button.getStyleClass().setAll("patient-button");
      button.setOnAction(_ -> open.accept(kind));
      buttons.add(button);
    }
    getChildren().addAll(buttons);
    getChildren().forEach(child -> child.setManaged(false));
  }

  void show(String label, PatientView view) {
    Texts.set(bed, label);
    Texts.set(mark, said(view.mark()));
    detail.setContent(view.detail());
    showWay(view.way());
    source.setContent(view.source());
    Texts.set(birth, view.birth());
    Texts.set(nurse, view.nurse());
    identify(view.name(), view.identifier(), view.device());
    pseudoClassStateChanged(PatientStates.LIVE, view.mark() == PatientView.Mark.LIVE);
    pseudoClassStateChanged(States.NOT_LIVE, view.mark() == PatientView.Mark.NOT_LIVE);
    setAccessibleText(
        words.text("spoken.patient.header", label, view.name(), said(view.mark()), view.detail()));
  }

  /** Shows a bed that is not in the ward any more. */
  void showGone(String label) {
    Texts.set(bed, label);
    Texts.set(mark, words.text("patient.not-live"));
    detail.setContent("");
    showWay(PatientView.Way.NONE);
    source.setContent("");
    Texts.set(birth, "");
    Texts.set(nurse, "");
    identify(words.text("patient.gone"), "", "");
    pseudoClassStateChanged(PatientStates.LIVE, false);
    pseudoClassStateChanged(States.NOT_LIVE, true);
    setAccessibleText(words.text("spoken.patient.gone", label, words.text("patient.gone")));
  }

  private void showWay(PatientView.Way next) {
    way.setContent(next.shown());
    way.setAccessibleText(next.spoken());
  }

  private void identify(String who, String mrn, String source) {
    wholeName = who;
    Texts.set(identifier, mrn);
    Texts.set(device, source);
    requestLayout();
  }

  private String wholeName = "";

  private String said(PatientView.Mark mark) {
    return switch (mark) {
      case LIVE -> words.text("patient.live");
      case NOT_FRESH -> words.text("patient.not-fresh");
      case NOT_LIVE -> words.text("patient.not-live");
      case EMPTY -> words.text("patient.empty");
    };
  }

  @Override
  protected void layoutChildren() {
    back.resizeRelocate(0, 0, BACK_WIDTH, HEIGHT);
    double right = layoutButtons(getWidth() - 8);
    double x = BACK_WIDTH + 20;
    Texts.place(bed, x, 42);
    x += Texts.width(bed) + 18;
    double state = Math.max(detail.fit(300), source.fit(300));
    double ids = pairWidth(birth, identifier);
    double others = pairWidth(nurse, device);
    Texts.set(name, wholeName);
    double whole = x + Texts.width(name) + 22 + ids + 14 + 10 + others;
    double stateWidth = Texts.width(mark) + 18 + layoutWay(state, whole, right);
    double room = right - stateWidth - 2 * PADDING - x;
    Texts.fit(name, wholeName, Math.max(60, room - ids - 2 * PADDING));
    Texts.place(name, x, 40);
    double end = right - stateWidth - PADDING;
    x = placePair(birth, identifier, x + Texts.width(name) + 22, end);
    placePair(nurse, device, x + (others > 0 ? 10 : 0), end);
    double left = right - stateWidth - PADDING;
    Texts.place(mark, left, 38);
    placeLines(Math.rint(left + Texts.width(mark) + 18));
  }

  /**
   * The way is shown where it takes no room from who the patient is.
   *
   * @param state the width of the lines above and below it
   * @param whole where all else ends if nothing is cut
   * @return the width of the lines with it
   */
  private double layoutWay(double state, double whole, double right) {
    double width = Math.max(state, way.fit(Double.MAX_VALUE));
    boolean fits = whole + PADDING + Texts.width(mark) + 18 + width <= right;
    way.setVisible(fits && !way.content().isEmpty());
    return way.isVisible() ? width : state;
  }

  private void placeLines(double x) {
    List<MixedLine> lines =
        Stream.of(detail, way, source)
            .filter(line -> line.isVisible() && !line.content().isEmpty())
            .toList();
    double apart = lines.size() > 2 ? 17 : 21;
    double first =
        switch (lines.size()) {
          case 0, 1 -> 37;
          case 2 -> 26;
          default -> 19;
        };
    for (int i = 0; i < lines.size(); i++) {
      lines.get(i).relocate(x, first + i * apart);
    }
  }

  private static double pairWidth(Text above, Text below) {
    return Math.max(Texts.width(above), Texts.width(below));
  }

  /** Two facts, one above the other, if there is room; returns where the next may begin. */
  private static double placePair(Text above, Text below, double x, double end) {
    double width = pairWidth(above, below);
    boolean fits = x + width <= end;
    above.setVisible(fits);
    below.setVisible(fits);
    boolean both = !above.getText().isEmpty() && !below.getText().isEmpty();
    Texts.place(above, x, both ? 26 : 36);
    Texts.place(below, x, both ? 47 : 36);
    return fits && width > 0 ? x + width + 14 : x;
  }

  private double layoutButtons(double end) {
    double right = end;
    for (int i = buttons.size() - 1; i >= 0; i--) {
      Button button = buttons.get(i);
      button.applyCss();
      double width = Math.ceil(button.prefWidth(-1)) + 1;
      right -= width;
      button.resizeRelocate(right, (HEIGHT - BUTTON_HEIGHT) / 2, width, BUTTON_HEIGHT);
      right -= 8;
    }
    return right - 6;
  }
}
