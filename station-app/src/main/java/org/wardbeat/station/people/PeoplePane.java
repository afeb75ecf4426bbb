package org.wardbeat.station.people;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.acting.Submission;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.panel.ChoiceRow;
import org.wardbeat.station.panel.FormPane;
import org.wardbeat.station.panel.Hints;
import org.wardbeat.station.panel.PanelStyles;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.wire.ward.BedId;

/**
 * Who lies in a bed and who sees to it, and the entry of what people say of that. Choosing and
 * typing do nothing; the panel's button does. User-interface thread only.
 */
public final class PeoplePane extends FormPane<PeopleForm> {
  /** A field with its name and what is to be said of it. */
  private final class FieldRow {
    private final TextField field = new TextField();
    private final Label note;
    private final HBox box;
    private boolean showing;

    private FieldRow(PeopleField of) {
      String name = form.words().text(of.titleKey());
      Label title = PanelStyles.label("", "people-name");
      title.setText(name);
      field.setId(of.id());
      field.setAccessibleText(name);
      field
          .textProperty()
          .addListener(
              (_, _, now) -> {
                if (!showing) {
                  edited(() -> form.type(of, now));
                }
              });
      note = PanelStyles.label(of.id() + "-note", "row-note");
      HBox.setHgrow(note, Priority.ALWAYS);
      note.setMaxWidth(Double.MAX_VALUE);
      box = new HBox(title, field, note);
      box.getStyleClass().add("entry-cell");
    }

    private void show(PeopleView.Field now) {
      if (!Objects.equals(field.getText(), now.typed())) {
        showing = true;
        field.setText(now.typed());
        showing = false;
      }
      field.pseudoClassStateChanged(PanelStyles.WRONG, now.wrong());
      PanelStyles.set(note, now.note(), now.wrong());
    }
  }

  private final Label lies = PanelStyles.label("people-lies", "people-lies");
  private final Label sees = PanelStyles.label("people-nurse-now", "panel-note");
  private final Label trouble = PanelStyles.label("people-trouble", "panel-caution");
  private final ChoiceRow<PeopleAct> acts;
  private final Label meaning = PanelStyles.label("people-meaning", "panel-note");
  private final Map<PeopleField, FieldRow> rows = new EnumMap<>(PeopleField.class);
  private final VBox fields = new VBox();
  private final Label toTitle;
  private final ChoiceRow<BedId> targets;
  private final Label nurseTitle;
  private final Hints nurse;
  private @Nullable PeopleView shown;

  /**
   * People of a bed.
   *
   * @param operator who acts at this station, empty if nobody has signed in
   */
  public PeoplePane(BedSnapshot bed, String operator, Submission submission) {
    super(new PeopleForm(bed, operator, submission));
    Words words = form.words();
    acts =
        new ChoiceRow<>(
            "people-act", act -> words.text(act.titleKey()), act -> edited(() -> form.choose(act)));
    for (PeopleField field : PeopleField.values()) {
      rows.put(field, new FieldRow(field));
    }
    fields.getStyleClass().add("people-fields");
    toTitle = title(words.text("people.to"));
    targets =
        new ChoiceRow<>("people-to", form::called, bedId -> edited(() -> form.chooseTarget(bedId)));
    nurseTitle = title(words.text("people.whom"));
    nurse =
        new Hints(
            "people-nurse",
            words.text("people.whom.prompt"),
            name -> edited(() -> form.setNurse(name)));
    body.getChildren()
        .addAll(
            lies,
            sees,
            trouble,
            title(words.text("people.what")),
            acts,
            meaning,
            fields,
            toTitle,
            targets,
            nurseTitle,
            nurse);
    body.getStyleClass().add("people");
  }

  private static Label title(String name) {
    Label label = PanelStyles.label("", "section-title");
    label.setText(name);
    return label;
  }

  @Override
  protected void render() {
    PeopleView view = form.view();
    acts.show(view.acts(), view.act());
    targets.show(view.targets(), view.target());
    if (view.equals(shown)) {
      return;
    }
    shown = view;
    PanelStyles.set(lies, view.lies(), false);
    PanelStyles.set(sees, view.nurse(), false);
    PanelStyles.set(trouble, view.trouble(), true);
    present(trouble, !view.trouble().isEmpty());
    PanelStyles.set(meaning, view.meaning(), false);
    showFields(view);
    boolean transfers = view.act() == PeopleAct.TRANSFER;
    present(toTitle, transfers);
    present(targets, transfers);
    boolean assigns = view.act().isOfNurses();
    present(nurseTitle, assigns);
    present(nurse, assigns);
    if (assigns) {
      nurse.show(view.typedNurse(), view.nurses());
    }
  }

  private void showFields(PeopleView view) {
    List<HBox> wanted = view.act().fields().stream().map(field -> row(field).box).toList();
    if (!fields.getChildren().equals(wanted)) {
      fields.getChildren().setAll(wanted);
    }
    view.fields().forEach((field, now) -> row(field).show(now));
  }

  private FieldRow row(PeopleField field) {
    return Objects.requireNonNull(rows.get(field), "a row of each field");
  }

  private static void present(Region part, boolean there) {
    part.setVisible(there);
    part.setManaged(there);
  }

  @Override
  public String confirmWords() {
    return form.view().confirm();
  }
}
