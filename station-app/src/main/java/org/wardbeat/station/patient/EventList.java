package org.wardbeat.station.patient;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.overview.States;
import org.wardbeat.station.presentation.AlarmLook;
import org.wardbeat.station.theme.Texts;

/** The last alarms of the bed, the newest first. */
final class EventList extends Region {
  private static final double HEAD = 36;
  private static final double LEAST_ROW = 26;

  private static final class Row {
    final Region chip = new Region();
    final Text prefix = Texts.line("event-prefix");
    final Text text = Texts.line("event-text");
    final Text time = Texts.line("event-time");
  }

  private final Words words;
  private final Region head = new Region();
  private final Text title = Texts.line("card-heading");
  private final Text none = Texts.line("card-none");
  private final List<Row> rows = new ArrayList<>();
  private @Nullable List<PatientView.EventRow> events;

  EventList(Words words) {
    this.words = words;
    setId("patient-events");
    getStyleClass().addAll("event-list", "patient-part");
    head.getStyleClass().add("card-header");
    head.setManaged(false);
    title.setText(words.text("patient.event.alarms"));
    none.setId("patient-no-events");
    getChildren().addAll(head, title, none);
  }

  void show(List<PatientView.EventRow> next) {
    if (next.equals(events)) {
      return;
    }
    events = next;
    while (rows.size() < next.size()) {
      Row row = new Row();
      row.chip.getStyleClass().add("chip");
      row.chip.setManaged(false);
      row.text.setId("patient-event-" + rows.size());
      rows.add(row);
      getChildren().addAll(row.chip, row.prefix, row.text, row.time);
    }
    for (int i = 0; i < next.size(); i++) {
      PatientView.EventRow event = next.get(i);
      Row row = rows.get(i);
      States.severity(row.chip, event.severity(), AlarmLook.NEW);
      States.severity(row.prefix, event.severity(), AlarmLook.NEW);
      row.chip.pseudoClassStateChanged(PatientStates.LASTING, event.lasting());
      row.prefix.pseudoClassStateChanged(PatientStates.LASTING, event.lasting());
      Texts.set(row.prefix, event.prefix());
      Texts.set(row.time, event.time());
    }
    Texts.set(none, next.isEmpty() ? words.text("patient.event.none") : "");
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    List<PatientView.EventRow> shown = events == null ? List.of() : events;
    head.resizeRelocate(1, 1, width - 2, HEAD);
    Texts.place(title, 14, 24);
    Texts.fit(none, shown.isEmpty() ? words.text("patient.event.none") : "", width - 28);
    Texts.place(none, 14, HEAD + 30);
    double room = getHeight() - HEAD - 4;
    int fitting = (int) Math.max(0, Math.floor(room / LEAST_ROW));
    int count = Math.min(shown.size(), fitting);
    double row = count == 0 ? 0 : Math.min(34, room / Math.max(count, Math.min(5, fitting)));
    for (int i = 0; i < rows.size(); i++) {
      layoutRow(rows.get(i), i < count ? shown.get(i) : null, HEAD + 2 + i * row, row, width);
    }
  }

  private static void layoutRow(
      Row row, PatientView.@Nullable EventRow event, double top, double height, double width) {
    boolean used = event != null;
    row.chip.setVisible(used);
    row.prefix.setVisible(used);
    row.text.setVisible(used);
    row.time.setVisible(used);
    if (event == null) {
      return;
    }
    double baseline = top + height / 2 + 6;
    double chipWidth = 36;
    row.chip.resizeRelocate(8, Math.rint(top + height / 2 - 11), chipWidth, 22);
    Texts.place(row.prefix, 8 + (chipWidth - Texts.width(row.prefix)) / 2, baseline);
    Texts.place(row.time, width - 14 - Texts.width(row.time), baseline);
    Texts.fit(row.text, event.text(), width - 28 - chipWidth - Texts.width(row.time) - 20);
    Texts.place(row.text, 8 + chipWidth + 12, baseline);
  }
}
