package org.wardbeat.bridge.delivery;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.Frame.Lane;
import org.wardbeat.wire.frame.Frame.Selection;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.VitalSign;

/** Three devices, two bridges that hear them both, and one station. */
final class ModelWorld {
  private static final int MAX_ROUNDS = 400;
  private static final List<String> CONDITIONS = List.of("ASYS", "VTACH", "SPO2");
  private static final List<Inactivation> HOLDS = List.of(Inactivation.values());
  private static final List<VitalSign> SIGNS =
      List.of(VitalSign.HR, VitalSign.RR, VitalSign.SPO2, VitalSign.TEMP);

  /** What may happen. */
  enum Act {
    NUMERICS,
    SAMPLES,
    MANY_SAMPLES,
    GAP,
    BIRTH,
    PATIENT,
    STATUS,
    ALARM,
    ALARM_AGAIN,
    LIMIT,
    SCORE,
    HOLD,
    REMOVE,
    BURST,
    BURST_AFTER_ALL,
    SLOW,
    FAST,
    READ,
    READ_SOME,
    TICK,
    LONG_TICK,
    CONNECT,
    SUBSCRIBE,
    RESTART
  }

  /** Something happens at a bed or bridge; the number says what exactly. */
  record Step(Act act, int bed, int number) {}

  private final FakeClock time = new FakeClock();
  private final List<ModelDevice> devices =
      List.of(
          new ModelDevice(0, new BedId("4 East", "407")),
          new ModelDevice(1, new BedId("4 East", "408")),
          new ModelDevice(2, new BedId("4 West", "451")));
  private final ModelBridge[] bridges = new ModelBridge[2];
  private final ModelStation station;
  private final List<InactivationState> holds = new ArrayList<>();
  private int alarms;
  private long instances;

  private int at;
  private ModelOutlet outlet = new ModelOutlet(() -> alarms);
  private DeliverySession session;
  private long subscriptions;
  private Frame.Subscribe wanted =
      new Frame.Subscribe(0, List.of(all("", EnumSet.allOf(Lane.class))), 10_000, 0, 0);

  ModelWorld() {
    for (int i = 0; i < bridges.length; i++) {
      bridges[i] = new ModelBridge(++instances, devices, 0, time);
    }
    station = new ModelStation(devices, bridges[0]);
    session = connect(0);
  }

  private static Selection all(String unit, Set<Lane> lanes) {
    return Selection.ofUnit(unit, lanes);
  }

  void step(Step step) {
    ModelDevice device = devices.get(step.bed());
    int number = step.number();
    switch (step.act()) {
      case NUMERICS -> numerics(device, number);
      case SAMPLES -> samples(device, number % 2, 1 + number % 250);
      case MANY_SAMPLES -> {
        for (int i = 0; i < number % 40; i++) {
          samples(device, number % 2, 500);
        }
      }
      case GAP -> lose(device, number % 2, 1 + number);
      case BIRTH -> birth(device);
      case PATIENT -> patient(device, number % 3);
      case STATUS -> status(device, number % 100);
      case ALARM, ALARM_AGAIN -> alarm(device, number);
      case LIMIT -> judge(device, number, device.score);
      case SCORE -> judge(device, device.limits, number % 20);
      case HOLD -> hold(device, number);
      case REMOVE -> remove(device);
      case BURST, BURST_AFTER_ALL -> burst();
      case SLOW -> outlet.take(number % 6);
      case FAST -> {
        outlet.take(Integer.MAX_VALUE);
        session.writabilityChanged(true);
        session.drain();
      }
      case READ -> read(Integer.MAX_VALUE);
      case READ_SOME -> read(1 + number % 10);
      case TICK -> tick(Duration.ofMillis(1 + number));
      case LONG_TICK -> tick(Duration.ofMillis(1_000 + number * 5L));
      case CONNECT -> session = connect(number % 2);
      case SUBSCRIBE -> subscribe(selections(number), number);
      case RESTART -> restart(number % 2);
    }
    session.writabilityChanged(outlet.isWritable());
  }

  private void numerics(ModelDevice device, int number) {
    List<Reading> changed = new ArrayList<>();
    long micros = time.clock().micros() - number;
    for (int i = 0; i < SIGNS.size(); i++) {
      if ((number >> i & 1) != 0) {
        VitalSign sign = SIGNS.get(i);
        changed.add(
            number % 7 == 0
                ? Reading.unavailable(sign, micros)
                : Reading.of(sign, number, micros - i % 2));
      }
    }
    each(device, bed -> bed.measure(micros, changed));
  }

  private void each(ModelDevice device, java.util.function.Consumer<ModelBed> what) {
    if (device.present) {
      for (ModelBridge bridge : bridges) {
        what.accept(bridge.beds.get(device.index));
        bridge.dirty.set(device.index);
      }
    }
  }

  private void judge(ModelDevice device, int limits, int score) {
    device.limits = limits;
    device.score = score;
    for (ModelBridge bridge : bridges) {
      bridge.beds.get(device.index).judge();
      bridge.judged.set(device.index);
    }
  }

  private void hold(ModelDevice device, int number) {
    InactivationState state =
        new InactivationState(
            device.id.unit(),
            number % 5 == 0 ? "" : device.id.bed(),
            HOLDS.get(number % 3),
            number % 2 == 0,
            FakeBed.START_MICROS + number,
            FakeBed.START_MICROS + 2L * number,
            "");
    holds.add(state);
    for (ModelBridge bridge : bridges) {
      bridge.desk.hold(state);
      bridge.judged.set(device.index);
    }
  }

  private void samples(ModelDevice device, int channel, int count) {
    long first = device.nextSample[channel];
    each(device, bed -> bed.send(channel, first, count));
    device.nextSample[channel] += device.present ? count : 0;
  }

  private void lose(ModelDevice device, int channel, int count) {
    long first = device.nextSample[channel];
    if (device.present && first > 0) {
      device.lose(channel, first, count);
      each(device, bed -> bed.lose(channel, first, count));
      device.nextSample[channel] += count;
    }
  }

  private void birth(ModelDevice device) {
    if (device.present) {
      device.rebirth();
      each(device, ModelBed::reborn);
    }
  }

  private void patient(ModelDevice device, int who) {
    if (device.present) {
      endAlarms(device);
      device.turn();
      device.patient = who == 0 ? null : new Patient("MRN-" + who, "Family", "Given");
      each(device, ModelBed::anotherPatient);
    }
  }

  private void status(ModelDevice device, int battery) {
    device.status = new DeviceStatus(battery % 2 == 0, Set.of(), battery);
    device.statusMicros = time.clock().micros();
    each(device, bed -> bed.report(device.status, device.statusMicros));
  }

  private void remove(ModelDevice device) {
    if (device.present) {
      endAlarms(device);
      each(device, bed -> bed.removed(true));
      device.present = false;
    } else {
      device.present = true;
      device.rebirth();
      each(device, bed -> bed.removed(false));
    }
  }

  private void alarm(ModelDevice device, int number) {
    String condition = CONDITIONS.get(number % CONDITIONS.size());
    ModelDevice.AlarmFact lasting = device.lasting.get(condition);
    if (!device.present) {
      return;
    }
    if (lasting == null) {
      fact(device, condition, AlarmPriority.HIGH, true, alarms + 1);
    } else if (number % 4 == 0) {
      AlarmPriority other =
          lasting.alarm().priority() == AlarmPriority.HIGH ? AlarmPriority.LOW : AlarmPriority.HIGH;
      fact(device, condition, other, true, lasting.alarm().onsetDeviceMicros());
    } else {
      end(device, lasting);
    }
    session.alarmed();
  }

  private void endAlarms(ModelDevice device) {
    List.copyOf(device.lasting.values()).forEach(lasting -> end(device, lasting));
    session.alarmed();
  }

  private void end(ModelDevice device, ModelDevice.AlarmFact lasting) {
    Alarm alarm = lasting.alarm();
    fact(device, alarm.condition(), alarm.priority(), false, alarm.onsetDeviceMicros());
  }

  private void fact(
      ModelDevice device,
      String condition,
      AlarmPriority priority,
      boolean active,
      long onsetDeviceMicros) {
    alarms++;
    long now = time.clock().micros();
    Alarm raised =
        Alarm.raised(
            condition,
            AlarmKind.PHYSIOLOGICAL,
            priority,
            null,
            Integer.toString(alarms),
            FakeBed.START_MICROS + onsetDeviceMicros,
            onsetDeviceMicros);
    Alarm alarm = active ? raised.as(priority, raised.text(), now) : raised.ended(false, now);
    ModelDevice.AlarmFact fact = new ModelDevice.AlarmFact(alarms, alarm);
    device.alarms.add(fact);
    if (active) {
      device.lasting.put(condition, fact);
    } else {
      device.lasting.remove(condition);
    }
    for (ModelBridge bridge : bridges) {
      bridge.happens(bridge.beds.get(device.index), fact);
    }
  }

  private void burst() {
    session.offerAlarming(bridges[at].judged);
    bridges[at].judged.clear();
    if (bridges[at].concerns(session)) {
      session.offer(bridges[at].dirty);
    }
    bridges[at].dirty.clear();
  }

  private void read(int most) {
    ModelOutlet from = outlet;
    ModelOutlet.Item item = null;
    for (int i = 0; i < most && (item = from.read()) != null; i++) {
      Frame.FromStation answer = station.take(item);
      if (answer != null && !from.closed()) {
        send(answer);
      }
    }
  }

  private void tick(Duration passed) {
    time.advance(passed);
    session.writabilityChanged(outlet.isWritable());
    session.tick();
  }

  private void send(Frame.FromStation frame) {
    session.receive(ByteBuffer.wrap(bridges[at].codec.encode((Frame) frame)));
  }

  private DeliverySession connect(int bridge) {
    at = bridge;
    outlet = new ModelOutlet(() -> alarms);
    session = bridges[at].open(outlet);
    bridges[at].dirty.clear();
    bridges[at].judged.clear();
    station.excuse(bridges[at].bornAfterAlarm);
    send(station.hello(bridges[at]));
    subscribe(wanted.selections(), wanted);
    return session;
  }

  private void subscribe(List<Selection> selections, int number) {
    long[] bytes = {0, 0, 200, 5_000};
    long[] updates = {0, 0, 2, 50};
    subscribe(
        selections,
        new Frame.Subscribe(
            0,
            selections,
            number % 5 == 0 ? 0 : 10_000,
            bytes[number / 16 % 4],
            updates[number / 64 % 4]));
  }

  private void subscribe(List<Selection> selections, Frame.Subscribe like) {
    wanted =
        new Frame.Subscribe(
            ++subscriptions,
            selections,
            like.backfillMillis(),
            like.maxBytesPerSecond(),
            like.maxUpdatesPerSecond());
    if (!outlet.closed()) {
      outlet.subscribed(wanted);
      send(wanted);
    }
  }

  private static List<Selection> selections(int number) {
    return switch (number % 10) {
      case 0 -> List.of();
      case 1 -> List.of(all("4 East", EnumSet.allOf(Lane.class)));
      case 2 -> List.of(all("4 West", EnumSet.of(Lane.NUMERICS, Lane.ALARMS, Lane.INITIALS)));
      case 3 -> List.of(all("", EnumSet.of(Lane.WAVEFORMS, Lane.ALARMS)));
      case 4 ->
          List.of(
              one("407", EnumSet.of(Lane.NUMERICS, Lane.NAMES), Set.of(VitalSign.SPO2), 0),
              all("", EnumSet.allOf(Lane.class)));
      case 5 ->
          List.of(
              one("408", EnumSet.allOf(Lane.class), Set.of(VitalSign.HR, VitalSign.TEMP), 2),
              all("4 East", EnumSet.of(Lane.ALARMS)));
      case 6 -> List.of(all("", EnumSet.noneOf(Lane.class)));
      case 7 -> List.of(one("", EnumSet.allOf(Lane.class), Set.of(), 1));
      default -> List.of(all("", EnumSet.allOf(Lane.class)));
    };
  }

  private static Selection one(String bed, Set<Lane> lanes, Set<VitalSign> signs, long channels) {
    return new Selection(bed.isEmpty() ? "" : "4 East", bed, lanes, signs, channels);
  }

  private void restart(int bridge) {
    bridges[bridge] = new ModelBridge(++instances, devices, alarms, time);
    holds.forEach(bridges[bridge].desk::hold);
    if (at == bridge) {
      session = connect(bridge);
    }
  }

  /** Lets everything that waits be delivered, and has the station say what it has. */
  void comeToRest() {
    read(Integer.MAX_VALUE);
    @Nullable ModelOutlet quiet = null;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      if (outlet.closed()) {
        session = connect(at);
      }
      outlet.take(Integer.MAX_VALUE);
      burst();
      tick(Duration.ofSeconds(1));
      session.drain();
      read(Integer.MAX_VALUE);
      boolean done =
          !outlet.closed() && station.isComplete() && session.figures().bedsPending() == 0;
      if (done && quiet == outlet) {
        station.checkAtRest();
        return;
      }
      quiet = done ? outlet : null;
    }
    throw new AssertionError("it did not come to rest");
  }
}
