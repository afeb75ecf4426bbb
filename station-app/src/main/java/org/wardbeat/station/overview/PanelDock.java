package org.wardbeat.station.overview;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.acting.ActMessage;
import org.wardbeat.station.acting.Acting;
import org.wardbeat.station.help.Shortcut;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.limits.LimitsPane;
import org.wardbeat.station.observations.ObservationsPane;
import org.wardbeat.station.panel.BedPanel;
import org.wardbeat.station.panel.PanelKind;
import org.wardbeat.station.panel.PanelState;
import org.wardbeat.station.panel.SidePanel;
import org.wardbeat.station.pauses.PausesPane;
import org.wardbeat.station.people.PeoplePane;
import org.wardbeat.station.presentation.BedDisplays;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.WardSnapshot;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Operator;

/**
 * Opens and closes the side panel, and keeps it at the bed for which it was opened. It lies on the
 * side where that bed is not. User-interface thread only.
 */
final class PanelDock {
  /** Width of the panel: two sectors of sixteen and the gap between them. */
  static final double WIDTH = 950;

  private final Acting acting;
  private final Words words;
  private final BedDisplays displays;
  private final ZoneId zone;
  private final Supplier<@Nullable BedId> selected;
  private final Runnable opened;
  private final SidePanel panel;
  private @Nullable PanelKind kind;
  private @Nullable BedPanel form;
  private @Nullable BedId bed;
  private boolean warned;
  private @Nullable WardSnapshot ward;
  private boolean linked;
  private boolean follows;

  /**
   * @param words in which language
   * @param displays what each bed's sector shows
   * @param selected the bed that was gone to
   * @param opened is run when the panel is opened for a bed, or closed
   */
  PanelDock(
      Acting acting,
      Words words,
      BedDisplays displays,
      ZoneId zone,
      Supplier<@Nullable BedId> selected,
      Runnable opened) {
    this.acting = acting;
    this.words = words;
    this.panel = new SidePanel(words, this::open, this::leave);
    this.displays = displays;
    this.zone = zone;
    this.selected = selected;
    this.opened = opened;
    panel.setManaged(false);
    panel.setVisible(false);
  }

  SidePanel node() {
    return panel;
  }

  /** Whether it is open. */
  boolean isOpen() {
    return kind != null;
  }

  /** Whether a node is in it. */
  boolean holds(@Nullable Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.equals(panel)) {
        return true;
      }
    }
    return false;
  }

  /** The bed it is about, null if it is closed or about none. */
  @Nullable BedId bed() {
    return bed;
  }

  /** Whether a key opens a form. */
  static boolean isToOpen(KeyEvent event) {
    return Arrays.stream(PanelKind.values()).anyMatch(each -> each.isOpenedBy(event));
  }

  /** Hides what is open as long as a visitor is at the desk; nothing that was entered is lost. */
  void setHidden(boolean hidden) {
    panel.setVisible(kind != null && !hidden);
  }

  /** Does what a key is for; returns whether it is one of these. */
  boolean key(KeyEvent event) {
    for (PanelKind each : PanelKind.values()) {
      if (each.isOpenedBy(event)) {
        open(each);
        return true;
      }
    }
    if (kind == null) {
      return false;
    }
    if (event.getCode() == KeyCode.ESCAPE) {
      leave();
      return true;
    }
    if (Shortcut.CONFIRM.isPressed(event)) {
      panel.confirm();
      return true;
    }
    return false;
  }

  /** Opens a form for the bed that was gone to, or for that of the form before. */
  void open(PanelKind next) {
    BedId wanted = selected.get();
    if (next == kind && Objects.equals(wanted, bed) && form != null) {
      panel.focusFirst();
      return;
    }
    if (mustStay()) {
      return;
    }
    panel.setVisible(true);
    begin(next, wanted);
    panel.focusFirst();
  }

  private void begin(PanelKind next, @Nullable BedId wanted) {
    kind = next;
    bed = wanted;
    warned = false;
    follows = false;
    BedSnapshot found = find(wanted);
    form = found == null ? null : make(next, found);
    panel.hold(next, form);
    show();
    opened.run();
  }

  private BedPanel make(PanelKind wanted, BedSnapshot of) {
    return switch (wanted) {
      case LIMITS -> new LimitsPane(of, acting.submission());
      case PAUSES -> new PausesPane(of, acting.submission());
      case OBSERVATIONS -> new ObservationsPane(of, acting.submission());
      case DISPLAY -> new DisplayPane(words, of, displays);
      case PEOPLE -> new PeoplePane(of, user(), acting.submission());
    };
  }

  private String user() {
    return acting.operator().map(Operator::user).orElse("");
  }

  /** Whether something is entered that was not sent, or sent that was not answered. */
  boolean isBusy() {
    BedPanel now = form;
    return now != null && (now.isDirty() || now.message().tone() == ActMessage.Tone.WAITING);
  }

  /** Opens for the bed that another was open for, as soon as the ward is seen. */
  void follow(PanelDock before) {
    kind = before.kind;
    bed = before.bed;
    follows = kind != null;
    panel.setVisible(before.panel.isVisible());
  }

  private void leave() {
    if (!mustStay()) {
      close();
    }
  }

  /** Until it is known what became of what was sent; and once for what was not. */
  private boolean mustStay() {
    BedPanel open = form;
    if (open == null) {
      return false;
    }
    boolean waits = open.message().tone() == ActMessage.Tone.WAITING;
    boolean unsent = !waits && !warned && open.isDirty();
    if (unsent) {
      warned = true;
      open.warn(words.text("panel.not-sent"));
      show();
    }
    return waits || unsent;
  }

  private void close() {
    kind = null;
    form = null;
    bed = null;
    panel.setVisible(false);
    Parent screen = panel.getParent();
    if (screen != null) {
      screen.requestFocus();
    }
    opened.run();
  }

  /** Sees the present. */
  void look(WardSnapshot now, boolean isLinked) {
    ward = now;
    linked = isLinked;
    if (kind != null) {
      if (follows) {
        begin(kind, bed);
      } else if (form == null && selected.get() != null) {
        open(kind);
      }
      show();
    }
  }

  private void show() {
    WardSnapshot now = ward;
    if (now != null) {
      panel.show(
          new PanelState(
              find(bed), now.beds(), linked, now.heldBack(), now.bridgeNowMicros(), zone));
    }
  }

  private @Nullable BedSnapshot find(@Nullable BedId id) {
    WardSnapshot now = ward;
    List<BedSnapshot> beds = now == null ? List.of() : now.beds();
    return beds.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
  }
}
