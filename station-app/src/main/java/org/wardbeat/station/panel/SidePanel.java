package org.wardbeat.station.panel;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.acting.ActMessage;
import org.wardbeat.station.help.Shortcut;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.Names;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.wire.ward.Patient;

/**
 * The frame of a side panel: which bed and patient it is about, the forms there are, one of them,
 * and the button that sends it with what became of it. That button answers to a click and to its
 * shortcut only: neither Space nor Enter alone changes or silences anything. User-interface thread
 * only.
 */
public final class SidePanel extends BorderPane {
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
  private static final PseudoClass NOT_DONE = PseudoClass.getPseudoClass("not-done");

  private final Words words;
  private final Label bed = PanelStyles.label("panel-bed", "panel-bed");
  private final Label patient = PanelStyles.label("panel-patient", "panel-patient");
  private final Map<PanelKind, ToggleButton> tabs = new EnumMap<>(PanelKind.class);
  private final Label message = PanelStyles.label("panel-message", "panel-message");
  private final Button confirm = new Button();
  private @Nullable BedPanel content;
  private @Nullable PanelKind kind;
  private boolean focusWanted;

  /**
   * @param words in which language
   * @param open opens another form for the same bed
   * @param close closes the panel
   */
  public SidePanel(Words words, Consumer<PanelKind> open, Runnable close) {
    this.words = words;
    setId("side-panel");
    getStyleClass().add("side-panel");
    bed.setWrapText(false);
    bed.setMinWidth(Region.USE_PREF_SIZE);
    patient.setWrapText(false);
    HBox head = new HBox(bed, patient);
    head.getStyleClass().add("panel-title");
    HBox.setHgrow(patient, Priority.ALWAYS);
    patient.setMaxWidth(Double.MAX_VALUE);
    HBox row = new HBox();
    row.getStyleClass().add("panel-tabs");
    for (PanelKind kind : PanelKind.values()) {
      ToggleButton tab = tab(kind, open);
      tabs.put(kind, tab);
      row.getChildren().add(tab);
    }
    Button end = new Button(words.text("button.close"));
    end.setId("panel-close");
    end.getStyleClass().setAll("panel-button");
    end.setMinWidth(Region.USE_PREF_SIZE);
    end.setOnAction(_ -> close.run());
    head.getChildren().add(end);
    setTop(new VBox(head, row));
    confirm.setId("panel-confirm");
    confirm.getStyleClass().setAll("panel-button", "confirm");
    confirm.setMinWidth(Region.USE_PREF_SIZE);
    confirm.setFocusTraversable(false);
    confirm.setOnAction(_ -> confirm());
    confirm.addEventFilter(KeyEvent.ANY, Event::consume);
    HBox.setHgrow(message, Priority.ALWAYS);
    message.setMaxWidth(Double.MAX_VALUE);
    Label keys = PanelStyles.label("", "key-hint");
    keys.setText(Shortcut.CONFIRM.label(words));
    keys.setMinWidth(Region.USE_PREF_SIZE);
    HBox foot = new HBox(message, keys, confirm);
    foot.getStyleClass().add("panel-foot");
    setBottom(foot);
    addEventHandler(MouseEvent.ANY, Event::consume); // what lies below is not meant
  }

  private ToggleButton tab(PanelKind kind, Consumer<PanelKind> open) {
    ToggleButton tab = new ToggleButton(words.text(kind.titleKey()) + "  " + kind.keyName(words));
    tab.setId("panel-" + kind.name().toLowerCase(Locale.ROOT));
    tab.setGraphic(kind.icon().node());
    tab.getStyleClass().setAll("panel-button", "panel-tab");
    tab.setMinWidth(Region.USE_PREF_SIZE);
    tab.setOnAction(
        _ -> {
          open.accept(kind);
          markTab();
        });
    return tab;
  }

  /** Holds a form from now on; without one it asks for a bed. */
  public void hold(PanelKind kind, @Nullable BedPanel form) {
    content = form;
    this.kind = kind;
    markTab();
    Label none = PanelStyles.label("panel-none", "panel-none");
    none.setText(words.text("panel.choose-bed"));
    setCenter(form == null ? new VBox(none) : form.body());
    confirm.setVisible(form != null);
  }

  /** Marks what is open, which a click on another need not change. */
  private void markTab() {
    tabs.forEach((each, tab) -> tab.setSelected(each == kind));
  }

  /** Shows the present. */
  public void show(PanelState state) {
    BedSnapshot now = state.bed();
    PanelStyles.set(bed, now == null ? "" : Names.shown(now.id().bed()), false);
    PanelStyles.set(patient, now == null ? "" : name(now), false);
    BedPanel form = content;
    if (form == null) {
      PanelStyles.set(message, "", false);
      return;
    }
    form.show(state);
    showMessage(form);
    if (focusWanted && form.body().getWidth() > 0) {
      takeFocus(form);
    }
  }

  private String name(BedSnapshot bed) {
    Patient lies = bed.patient();
    if (!bed.occupied()) {
      return words.text("sector.empty");
    }
    return lies == null ? bed.id().unit() : Names.of(lies);
  }

  private void showMessage(BedPanel form) {
    if (!Objects.equals(confirm.getText(), form.confirmWords())) {
      confirm.setText(form.confirmWords());
    }
    ActMessage told = form.message();
    boolean speaks = !told.text().isEmpty();
    PanelStyles.set(message, told.text(), false);
    message.pseudoClassStateChanged(DONE, speaks && told.tone() == ActMessage.Tone.DONE);
    message.pseudoClassStateChanged(NOT_DONE, speaks && told.tone() == ActMessage.Tone.NOT_DONE);
    confirm.setDisable(told.tone() == ActMessage.Tone.WAITING);
  }

  /** Sends what was entered. */
  public void confirm() {
    BedPanel form = content;
    if (form != null) {
      form.confirm();
      showMessage(form);
    }
  }

  /** Gives the first field the focus, as soon as there is one. */
  public void focusFirst() {
    focusWanted = true;
  }

  private void takeFocus(BedPanel form) {
    for (String fields :
        List.of(".people-fields .text-field", ".step-field .text-field", ".choice-row .choice")) {
      for (Node node : form.body().lookupAll(fields)) {
        if (focusWanted && node.isFocusTraversable() && isUsable(node)) {
          node.requestFocus();
          focusWanted = false;
        }
      }
    }
  }

  private static boolean isUsable(Node node) {
    return node.isVisible() && !node.isDisabled();
  }
}
