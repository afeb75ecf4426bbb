package org.wardbeat.station.topbar;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.help.Shortcut;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.AudioView;
import org.wardbeat.station.presentation.LinkPillView;
import org.wardbeat.station.presentation.MinePlace;
import org.wardbeat.station.presentation.TopBarView;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.MixedLine;
import org.wardbeat.station.theme.PressArea;
import org.wardbeat.station.theme.SimulatedBadge;
import org.wardbeat.station.theme.Texts;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Role;

/** Unit, number of beds, pages, link pill and clock. User-interface thread only. */
public final class TopBar extends Region {
  /** Its height in px. */
  public static final double HEIGHT = 56;

  private static final PseudoClass CAUTION = PseudoClass.getPseudoClass("caution");
  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
  private static final PseudoClass SILENT = PseudoClass.getPseudoClass("silent");
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final double TAB_GAP = 4;
  private static final double PILL_HEIGHT = 34;
  private static final double CLOCK_RIGHT = 14;
  private static final double BADGE_ROOM = 260;
  private static final double TEST_HEIGHT = 44;
  private static final double MOST_UNIT = 320;
  private static final double TOOLS_HEIGHT = 44;
  private static final double TOOLS_GAP = 12;

  private final Words words;
  private final SVGPath mark = Icon.BEAT.node();
  private final Text unit = Texts.line("unit");
  private final MixedLine beds = new MixedLine("bed-count");
  private final Region tabSeparator = new Region();
  private final Map<Page, Button> tabs = new EnumMap<>(Page.class);
  private final BedTools tools;
  private final SimulatedBadge simulated;
  private final SVGPath speaker = Icon.SPEAKER_WAVES.node();
  private final MixedLine audio = new MixedLine("audio-title");
  private final MixedLine audioDetail = new MixedLine("audio-detail");
  private final PressArea audioArea;
  private final Button test = new Button();
  private final Region audioSeparator = new Region();
  private final SVGPath person = Icon.PERSON.node();
  private final Text operator = Texts.line("operator");
  private final Text role = Texts.line("role");
  private final PressArea operatorArea;
  private final Optional<Operator> signedIn;
  private final Region pill = new Region();
  private final SVGPath dot = Icon.DOT.node();
  private final SVGPath triangle = Icon.TRIANGLE.node();
  private final SVGPath cross = Icon.CROSS.node();
  private final Text pillText = Texts.line("pill-text");
  private final Region separator = new Region();
  private final Text clock = Texts.line("clock");
  private final MixedLine date = new MixedLine("date");

  /** Which tabs say what they are, beside their icons. */
  private enum TabNames {
    ALL,
    SELECTED,
    NONE
  }

  private @Nullable TopBarView view;
  private @Nullable Fitted fitted;
  private double rightFrom;
  private boolean testedElsewhere;
  private Page selected = Page.BEDS;

  /**
   * @param words in which language
   * @param go called when the user wants to see a page
   * @param signedIn who acts here
   * @param testSound called when the user wants to hear a tone
   * @param toggleNames called when the user wants names to be hidden, or to be shown again
   * @param tools what is offered for beds
   */
  public TopBar(
      Words words,
      Consumer<Page> go,
      Optional<Operator> signedIn,
      Runnable testSound,
      Runnable toggleNames,
      BedTools tools) {
    this.words = words;
    this.tools = tools;
    simulated = new SimulatedBadge(words);
    setId("top-bar");
    getStyleClass().add("top-bar");
    unit.setId("unit");
    beds.setId("bed-count");
    pill.setId("link-pill-box");
    pill.getStyleClass().add("pill");
    pillText.setId("link-pill");
    dot.getStyleClass().add("filled");
    separator.getStyleClass().add("separator");
    clock.setId("clock");
    date.setId("date");
    mark.getStyleClass().add("mark");
    tabSeparator.getStyleClass().add("separator");
    audioSeparator.getStyleClass().add("separator");
    audio.setId("audio");
    audioDetail.setId("audio-detail");
    speaker.getStyleClass().add("speaker");
    test.setText(words.text("button.test-sound"));
    test.setId("test-sound");
    test.getStyleClass().setAll("wb-button");
    test.setOnAction(_ -> testSound.run());
    audioArea = new PressArea(testSound);
    audioArea.setId("audio-area");
    audioArea.setCursor(Cursor.HAND);
    audioArea.setAccessibleText(words.text("button.test-sound"));
    operator.setId("operator");
    this.signedIn = signedIn;
    role.setId("operator-role");
    operatorArea = new PressArea(toggleNames);
    operatorArea.setId("hide-names");
    operatorArea.setCursor(Cursor.HAND);
    setNamesHidden(false);
    for (Page page : Page.values()) {
      if (page.tab() == page) {
        tabs.put(page, tab(page, go));
      }
    }
    getChildren().addAll(mark, unit, beds, tabSeparator);
    getChildren().addAll(tabs.values());
    getChildren().add(tools);
    getChildren().addAll(speaker, audio, audioDetail, audioArea, test, audioSeparator);
    getChildren().addAll(person, operator, role, operatorArea);
    getChildren().addAll(simulated, pill, dot, triangle, cross, pillText, separator, clock, date);
    getChildren().forEach(child -> child.setManaged(false));
    select(Page.BEDS);
    sceneProperty().addListener((_, _, _) -> fitted = null); // its style sheets change the widths
  }

  /** Says that no names are shown, in the place of the operator's; or shows that again. */
  public void setNamesHidden(boolean hidden) {
    Texts.set(
        operator,
        hidden ? words.text("top.names-hidden") : signedIn.map(Operator::user).orElse(""));
    Texts.set(
        role,
        hidden
            ? words.text("top.names-hidden.key", Shortcut.NAMES.label(words))
            : signedIn.map(Operator::role).map(this::words).orElse(""));
    person.setVisible(hidden || signedIn.isPresent());
    operatorArea.setVisible(person.isVisible());
    operatorArea.setAccessibleText(
        words.text(hidden ? "top.names-hidden.show" : "top.names-hidden.hide"));
    requestLayout();
  }

  private String words(Role role) {
    return switch (role) {
      case NURSE -> words.text("role.nurse");
      case CHARGE_NURSE -> words.text("role.charge-nurse");
      case TECHNICIAN -> words.text("role.technician");
    };
  }

  private Button tab(Page page, Consumer<Page> go) {
    Button tab = new Button(words.text(page.titleKey()));
    tab.setId("tab-" + page.name().toLowerCase(Locale.ROOT));
    tab.getStyleClass().setAll("tab");
    tab.setGraphic(page.icon().node());
    tab.setAccessibleText(words.text(page.titleKey()));
    tab.setOnAction(_ -> go.accept(page));
    return tab;
  }

  /** Marks the page that is shown. */
  public void select(Page page) {
    selected = page.tab();
    requestLayout();
    tabs.forEach((each, tab) -> tab.pseudoClassStateChanged(SELECTED, each == selected));
  }

  /**
   * Shows what changed.
   *
   * @param simulatedData whether the bar has to say that the data is simulated, because the truth
   *     line cannot
   * @param testElsewhere whether the banner offers to test the sound, so that the bar need not
   */
  public void show(TopBarView next, boolean simulatedData, boolean testElsewhere) {
    if (simulated.isVisible() != simulatedData) {
      simulated.setVisible(simulatedData);
      requestLayout();
    }
    if (next.equals(view) && testElsewhere == testedElsewhere) {
      return;
    }
    view = next;
    testedElsewhere = testElsewhere;
    beds.setContent(next.unit().isEmpty() ? "" : next.beds());
    tools.show(next);
    Texts.set(pillText, next.link().text());
    tone(next.link().tone());
    showAudio(next.audio());
    Texts.set(clock, next.clock());
    date.setContent(next.date());
    setAccessibleText(
        next.unit()
            + ", "
            + next.beds()
            + ", "
            + sentence(next.audio())
            + ", "
            + words.text("spoken.link", next.link().text()));
    requestLayout();
  }

  private String unitWords() {
    TopBarView shown = view;
    return shown == null || shown.unit().isEmpty() ? "Wardbeat" : shown.unit();
  }

  private void showAudio(AudioView next) {
    audio.setContent(next.time().isEmpty() ? next.title() : next.title() + " " + next.time());
    audioDetail.setContent(next.detail());
    icon(next.state()).showOn(speaker);
    audioArea.setVisible(next.state() != AudioView.State.OFF);
    pseudoClassStateChanged(SILENT, next.isSilent());
  }

  private static Icon icon(AudioView.State state) {
    return switch (state) {
      case ON -> Icon.SPEAKER_WAVES;
      case PAUSED -> Icon.SPEAKER_BARS;
      case OFF, NO_SOUND -> Icon.SPEAKER_CROSS;
    };
  }

  private static String sentence(AudioView audio) {
    return "%s %s %s".formatted(audio.title(), audio.time(), audio.detail()).strip();
  }

  private void tone(LinkPillView.Tone tone) {
    pseudoClassStateChanged(CAUTION, tone == LinkPillView.Tone.CAUTION);
    pseudoClassStateChanged(BAD, tone == LinkPillView.Tone.BAD);
    dot.setVisible(tone == LinkPillView.Tone.GOOD);
    triangle.setVisible(tone == LinkPillView.Tone.CAUTION);
    cross.setVisible(tone == LinkPillView.Tone.BAD);
  }

  /** What the left part was laid out for: to do that again measures all buttons several times. */
  private record Fitted(
      double width,
      double end,
      String unit,
      String beds,
      int mine,
      MinePlace place,
      int pages,
      TopBarView.Away away,
      Page selected,
      boolean simulated) {}

  private Fitted toFit(double end) {
    TopBarView shown = view;
    return shown == null
        ? new Fitted(
            getWidth(),
            end,
            unitWords(),
            "",
            0,
            MinePlace.MARKED,
            0,
            TopBarView.Away.NONE,
            selected,
            simulated.isVisible())
        : new Fitted(
            getWidth(),
            end,
            unitWords(),
            shown.beds(),
            shown.mine(),
            shown.place(),
            shown.pages(),
            shown.away(),
            selected,
            simulated.isVisible());
  }

  @Override
  protected void layoutChildren() {
    double end = layoutRight(Double.MAX_VALUE);
    Fitted now = toFit(end);
    if (!now.equals(fitted)) {
      fitted = now;
      rightFrom = layoutLeft(end);
    }
    double right = layoutRight(rightFrom);
    double width = simulated.fit(right - 14 - rightFrom);
    simulated.resizeRelocate(Math.rint(rightFrom), (HEIGHT - SimulatedBadge.HEIGHT) / 2, width, 32);
  }

  /** Lays out what is left of the badge, up to where the right part begins; returns its end. */
  private double layoutLeft(double right) {
    mark.setLayoutX(17);
    mark.setLayoutY(18);
    Texts.fit(unit, unitWords(), MOST_UNIT);
    Texts.place(unit, 54, 38);
    double x = 54 + Texts.width(unit) + 12;
    double badge = simulated.isVisible() ? simulated.fit(0) + 14 : 0;
    double end = right - 28 - badge;
    double counted = beds.fit(200) + 14;
    nameTabs(TabNames.SELECTED);
    beds.setVisible(tabsWidth() + tools.fit(0) + TOOLS_GAP <= end - x - counted);
    beds.relocate(x, 36);
    x += beds.isVisible() ? counted : 0;
    tabSeparator.resizeRelocate(Math.rint(x), 14, 1, 28);
    x += 14;
    end += 14;
    fitTabs(end - x);
    for (Button tab : tabs.values()) {
      double width = Math.ceil(tab.prefWidth(-1)) + 1;
      tab.resizeRelocate(Math.rint(x), 0, width, HEIGHT);
      x += width + TAB_GAP;
    }
    x += TOOLS_GAP;
    double toolsWidth = tools.fit(end - x);
    tools.resizeRelocate(Math.rint(x), (HEIGHT - TOOLS_HEIGHT) / 2, toolsWidth, TOOLS_HEIGHT);
    double without = x - TOOLS_GAP + 20;
    x += toolsWidth + 20;
    boolean cramped = simulated.isVisible() && simulated.fit(0) > layoutRight(x) - 14 - x;
    tools.setVisible(!cramped); // their keys remain; that data is simulated must be read
    return cramped ? without : x;
  }

  /** Where there is no room for all words, only the page that is shown is named, or none. */
  private void fitTabs(double room) {
    nameTabs(TabNames.ALL);
    if (tabsWidth() + tools.fit(Double.MAX_VALUE) + TOOLS_GAP > room) {
      nameTabs(TabNames.SELECTED);
    }
    if (tabsWidth() + tools.fit(0) + TOOLS_GAP > room) {
      nameTabs(TabNames.NONE);
    }
  }

  private void nameTabs(TabNames names) {
    tabs.forEach(
        (page, tab) -> {
          boolean named =
              names == TabNames.ALL || (names == TabNames.SELECTED && page.equals(selected.tab()));
          tab.setContentDisplay(named ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
        });
  }

  private double tabsWidth() {
    double width = 20;
    for (Button tab : tabs.values()) {
      tab.applyCss();
      width += Math.ceil(tab.prefWidth(-1)) + 1 + TAB_GAP;
    }
    return width;
  }

  /** Returns where the right part begins; it has room from a place on. */
  private double layoutRight(double from) {
    double right = getWidth() - CLOCK_RIGHT;
    Texts.place(clock, right - Texts.width(clock), 31);
    double dateWidth = date.fit(220);
    date.relocate(Math.rint(right - dateWidth), 50);
    right -= Math.max(Texts.width(clock), dateWidth) + 16;
    separator.resizeRelocate(Math.rint(right), 14, 1, 28);
    right = layoutOperator(right);
    double pillWidth = Math.ceil(Texts.width(pillText)) + 50;
    double left = Math.rint(right - 16 - pillWidth);
    pill.resizeRelocate(left, (HEIGHT - PILL_HEIGHT) / 2, pillWidth, PILL_HEIGHT);
    for (SVGPath icon : new SVGPath[] {dot, triangle, cross}) {
      icon.setLayoutX(left + 11);
      icon.setLayoutY(HEIGHT / 2 - 10);
    }
    Texts.place(pillText, left + 34, HEIGHT / 2 + 6);
    return layoutAudio(from, left);
  }

  private double layoutOperator(double end) {
    if (!person.isVisible()) {
      return end;
    }
    double width = Math.ceil(Math.max(Texts.width(operator), Texts.width(role)));
    double left = Math.rint(end - 14 - width);
    boolean two = !role.getText().isEmpty();
    Texts.place(operator, left, two ? 26 : 34);
    Texts.place(role, left, 46);
    operatorArea.resizeRelocate(left - 36, 0, width + 50, HEIGHT);
    person.setLayoutX(left - 28);
    person.setLayoutY(HEIGHT / 2 - 10);
    return left - 28;
  }

  private double layoutAudio(double from, double end) {
    audioSeparator.resizeRelocate(Math.rint(end - 14), 14, 1, 28);
    double width = Math.ceil(Math.max(audio.fit(400), audioDetail.fit(220)));
    double left = Math.rint(end - 28 - width);
    audio.relocate(left, audioDetail.content().isEmpty() ? 34 : 26);
    audioDetail.relocate(left, 46);
    speaker.setLayoutX(left - 32);
    speaker.setLayoutY(HEIGHT / 2 - 10);
    audioArea.resizeRelocate(left - 36, 0, end - left + 18, HEIGHT);
    return layoutTest(from, left - 46, left - 32);
  }

  /** Where there is no room for the button, the words themselves are one. */
  private double layoutTest(double from, double end, double without) {
    double width = Math.ceil(test.prefWidth(-1)) + 1;
    boolean fits = end - width >= from + (simulated.isVisible() ? BADGE_ROOM : 0);
    test.setVisible(fits && audioArea.isVisible() && !testedElsewhere);
    test.resizeRelocate(end - width, (HEIGHT - TEST_HEIGHT) / 2, width, TEST_HEIGHT);
    return test.isVisible() ? end - width : without;
  }
}
