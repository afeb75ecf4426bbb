package org.wardbeat.station.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.acting.Submission;
import org.wardbeat.station.panel.PanelForm;
import org.wardbeat.station.panel.PanelState;
import org.wardbeat.station.presentation.Formats;
import org.wardbeat.station.presentation.PatientAge;
import org.wardbeat.station.ward.ActResult;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.wire.ward.Admission;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operation.BedVersion;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Stay;

/**
 * What is being said of who lies in a bed and who sees to it. As long as nothing is entered it
 * follows what others say; from then on it holds what was seen, so that the bridge can tell that
 * somebody else was faster. Confined to the thread of the screens.
 */
final class PeopleForm extends PanelForm {
  /** Most names offered as buttons. */
  private static final int MOST_NURSES = 4;

  private final String operator;
  private final Map<PeopleField, String> typed = new EnumMap<>(PeopleField.class);
  private Map<BedId, Long> seen = Map.of();
  private @Nullable PeopleAct chosen;
  private @Nullable BedId target;
  private @Nullable String nurse;

  /**
   * @param operator who acts at this station, empty if nobody has signed in
   */
  PeopleForm(BedSnapshot bed, String operator, Submission submission) {
    super(bed, submission);
    this.operator = operator;
  }

  @Override
  public void look(PanelState now) {
    super.look(now);
    BedSnapshot bed = now.bed();
    if (bed != null && !isDirty() && !submission.isWaiting()) {
      follow(bed);
      see(now);
    }
  }

  private void see(PanelState now) {
    Map<BedId, Long> versions = new HashMap<>();
    now.beds().forEach(each -> versions.put(each.id(), each.stay().version()));
    seen = versions;
  }

  void choose(PeopleAct act) {
    if (act != chosen) {
      clear();
    }
    chosen = act;
    submission.edited();
  }

  void type(PeopleField field, String text) {
    typed.put(field, text);
    submission.edited();
  }

  void chooseTarget(BedId bed) {
    target = bed;
    submission.edited();
  }

  void setNurse(String name) {
    nurse = name;
    submission.edited();
  }

  private void clear() {
    typed.clear();
    target = null;
    nurse = null;
  }

  @Override
  public boolean isDirty() {
    return target != null
        || nurse != null
        || typed.values().stream().anyMatch(text -> !text.isBlank());
  }

  private List<PeopleAct> acts() {
    BedSnapshot bed = bed();
    return bed == null ? List.of(PeopleAct.ASSIGN) : PeopleAct.of(bed);
  }

  private PeopleAct act() {
    List<PeopleAct> acts = acts();
    PeopleAct wanted = chosen;
    return wanted != null && acts.contains(wanted) ? wanted : acts.getFirst();
  }

  private @Nullable BedSnapshot bed() {
    PanelState now = state();
    return now == null ? null : now.bed();
  }

  private List<BedSnapshot> ward() {
    PanelState now = state();
    return now == null ? List.of() : now.beds();
  }

  private String typed(PeopleField field) {
    return typed.getOrDefault(field, "").strip();
  }

  private Optional<LocalDate> birthDate() {
    return BirthDates.parse(typed(PeopleField.BIRTH_DATE));
  }

  private BedVersion at(BedId bed) {
    return new BedVersion(bed, seen.getOrDefault(bed, 0L));
  }

  /** Whose beds are handed over: of whoever sees to this one, else the operator's own. */
  private String from() {
    BedSnapshot bed = bed();
    String sees = bed == null ? "" : bed.stay().nurse();
    return sees.isEmpty() ? operator : sees;
  }

  private List<BedSnapshot> bedsOf(String user) {
    return ward().stream()
        .filter(each -> each.id().unit().equals(subject.bed().unit()))
        .filter(each -> !user.isEmpty() && each.stay().nurse().equals(user))
        .toList();
  }

  /** Who is to see to the bed: the operator, unless somebody else is entered. */
  private String nurse() {
    String entered = nurse;
    if (entered != null) {
      return entered;
    }
    return act() == PeopleAct.HAND_OVER && from().equals(operator) ? "" : operator;
  }

  @Override
  protected String objection() {
    PeopleAct act = act();
    for (PeopleField field : act.fields()) {
      String fault = fault(field);
      if (!fault.isEmpty()) {
        return fault;
      }
    }
    return switch (act) {
      case ADMIT -> nameFault();
      case CHECK, DISCHARGE -> "";
      case TRANSFER -> target == null ? words.text("people.to.missing") : "";
      case ASSIGN -> nurseFault();
      case HAND_OVER -> handOverFault();
    };
  }

  private String nameFault() {
    boolean none =
        typed(PeopleField.FAMILY_NAME).isEmpty() && typed(PeopleField.GIVEN_NAME).isEmpty();
    return none ? words.text("people.name.missing") : "";
  }

  private String nurseFault() {
    return nurse().strip().length() > Operator.MAX_USER
        ? words.text("people.too-long", Operator.MAX_USER)
        : "";
  }

  private String handOverFault() {
    String to = nurse().strip();
    if (bedsOf(from()).isEmpty()) {
      return words.text("people.hand-over.none");
    }
    if (to.isEmpty() || to.equals(from())) {
      return words.text("people.hand-over.whom");
    }
    return nurseFault();
  }

  /** Why something cannot be sent as it is typed; empty if it can. */
  private String fault(PeopleField field) {
    String text = typed(field);
    if (text.length() > Patient.MAX_LENGTH) {
      return words.text("people.too-long", Patient.MAX_LENGTH);
    }
    return switch (field) {
      case IDENTIFIER -> text.isEmpty() ? words.text("people.identifier.missing") : "";
      case BIRTH_DATE -> birthDate().isEmpty() ? words.text("people.birth-date.fault") : unborn();
      case FAMILY_NAME, GIVEN_NAME -> "";
    };
  }

  private String unborn() {
    return age() < 0 ? words.text("people.birth-date.future") : "";
  }

  private long age() {
    PanelState now = state();
    return now == null
        ? 0
        : birthDate().map(born -> PatientAge.years(born, now.nowMicros(), now.zone())).orElse(0L);
  }

  @Override
  protected void send() {
    PeopleAct act = act();
    submission.send(operation(act), words.text(act.doneKey(), subject.bed().bed()), this::answered);
  }

  private void answered(ActResult result) {
    PanelState now = state();
    if (result.isDone()) {
      clear();
    } else if (result.status() == ActResult.Status.CONFLICT && now != null) {
      see(now);
    }
  }

  private Operation operation(PeopleAct act) {
    BedId bed = subject.bed();
    String identifier = typed(PeopleField.IDENTIFIER);
    LocalDate born = birthDate().orElse(LocalDate.EPOCH);
    return switch (act) {
      case ADMIT ->
          new Operation.Admit(
              at(bed),
              new Patient(
                  identifier, typed(PeopleField.FAMILY_NAME), typed(PeopleField.GIVEN_NAME)),
              born);
      case CHECK -> new Operation.Confirm(at(bed), subject.device(), identifier, born);
      case DISCHARGE -> new Operation.Discharge(at(bed), identifier, born);
      case TRANSFER ->
          new Operation.Transfer(
              at(bed), at(Objects.requireNonNull(target, "objected to")), identifier, born);
      case ASSIGN -> new Operation.Assign(List.of(at(bed)), nurse().strip());
      case HAND_OVER ->
          new Operation.HandOver(
              bed.unit(),
              from(),
              nurse().strip(),
              bedsOf(from()).stream().map(each -> at(each.id())).toList());
    };
  }

  PeopleView view() {
    PeopleAct act = act();
    Map<PeopleField, PeopleView.Field> fields = new EnumMap<>(PeopleField.class);
    act.fields().forEach(field -> fields.put(field, field(field)));
    return new PeopleView(
        lies(),
        sees(),
        acts(),
        act,
        fields,
        act == PeopleAct.TRANSFER ? targets() : List.of(),
        target,
        nurse(),
        act.isOfNurses() ? nurses() : List.of(),
        meaning(act),
        confirm(act),
        trouble());
  }

  private PeopleView.Field field(PeopleField field) {
    String text = typed.getOrDefault(field, "");
    String fault = text.isBlank() ? "" : fault(field);
    String note = fault;
    if (fault.isEmpty() && field == PeopleField.BIRTH_DATE) {
      note =
          birthDate()
              .map(born -> words.text("people.born", readBack(born), age()))
              .orElse(words.text("people.birth-date.how"));
    }
    return new PeopleView.Field(text, note, !fault.isEmpty());
  }

  private String readBack(LocalDate born) {
    return BirthDates.spoken(born, words.locale());
  }

  private String lies() {
    BedSnapshot bed = bed();
    PanelState now = state();
    if (bed == null || now == null) {
      return "";
    }
    Patient patient = bed.patient();
    if (!bed.occupied() || patient == null) {
      return words.text(bed.occupied() ? "people.lies.unnamed" : "people.lies.nobody");
    }
    String name = "%s, %s".formatted(patient.displayName(), patient.identifier());
    Admission admission = bed.stay().admission();
    if (admission == null || !admission.isOf(patient)) {
      return words.text("people.lies.by-device", name, bed.device());
    }
    return words.text(
        admission.named() ? "people.lies.checked" : "people.lies.admitted",
        name,
        readBack(admission.birthDate()),
        admission.user(),
        Formats.clock(admission.micros(), now.zone(), words));
  }

  private String sees() {
    BedSnapshot bed = bed();
    Stay stay = bed == null ? Stay.UNSAID : bed.stay();
    return stay.nurse().isEmpty()
        ? words.text("people.nurse.none")
        : words.text("people.nurse", stay.nurse());
  }

  /** Beds in which nobody lies, those of the same unit first. */
  private List<BedId> targets() {
    String unit = subject.bed().unit();
    return ward().stream()
        .filter(each -> !each.occupied() && !each.id().equals(subject.bed()))
        .map(BedSnapshot::id)
        .sorted(Comparator.comparing(bed -> !bed.unit().equals(unit)))
        .toList();
  }

  /** How a bed is called here. */
  String called(BedId bed) {
    return bed.unit().equals(subject.bed().unit())
        ? bed.bed()
        : "%s, %s".formatted(bed.bed(), bed.unit());
  }

  private List<String> nurses() {
    List<String> names = new ArrayList<>();
    if (!operator.isEmpty()) {
      names.add(operator);
    }
    ward().stream()
        .map(each -> each.stay().nurse())
        .filter(name -> !name.isEmpty() && !name.equals(operator))
        .distinct()
        .sorted()
        .limit(MOST_NURSES - 1L)
        .forEach(names::add);
    return names;
  }

  private String meaning(PeopleAct act) {
    if (act == PeopleAct.HAND_OVER) {
      List<BedSnapshot> beds = bedsOf(from());
      return beds.isEmpty()
          ? words.text("people.hand-over.none")
          : words.text(
              act.meaningKey(),
              from(),
              String.join(", ", beds.stream().map(each -> each.id().bed()).toList()));
    }
    return act == PeopleAct.TRANSFER && targets().isEmpty()
        ? words.text("people.to.none")
        : words.text(act.meaningKey());
  }

  private String confirm(PeopleAct act) {
    String bed = subject.bed().bed();
    BedId to = target;
    String whom = nurse().isBlank() ? words.text("people.nobody") : nurse().strip();
    return switch (act) {
      case ADMIT, CHECK, DISCHARGE -> words.text(act.confirmKey(), bed);
      case TRANSFER -> words.text(act.confirmKey(), bed, to == null ? "…" : called(to));
      case ASSIGN -> words.text(act.confirmKey(), bed, whom);
      case HAND_OVER -> words.text(act.confirmKey(), bedsOf(from()).size(), whom);
    };
  }

  private String trouble() {
    PanelState now = state();
    String unusable = submission.isWaiting() ? "" : unusable();
    boolean cut = unusable.isEmpty() && now != null && !now.linked();
    if (cut) {
      return words.text("people.no-link");
    }
    BedSnapshot bed = bed();
    boolean doubt = unusable.isEmpty() && bed != null && bed.check();
    return doubt ? words.text("people.in-doubt") : unusable;
  }
}
