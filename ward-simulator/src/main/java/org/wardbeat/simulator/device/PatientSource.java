package org.wardbeat.simulator.device;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.wardbeat.simulator.physiology.PatientModel;
import org.wardbeat.simulator.physiology.PatientProfile;
import org.wardbeat.simulator.physiology.Rhythm;
import org.wardbeat.simulator.physiology.Vitals;
import org.wardbeat.simulator.physiology.Wave;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * A simulated patient as a device sees it. Blocks last 200 ms, in which every wave has whole
 * samples, so that all of them end at the same moment and each second begins with a block. Only the
 * device of a patient who is paced looks for a pacemaker's pulses.
 */
public final class PatientSource implements BedSource {
  private static final int BLOCKS_PER_SECOND = 5;
  private static final int BLOCK_TICKS = PatientModel.TICKS_PER_SECOND / BLOCKS_PER_SECOND;

  /** So long has the patient been lying there when the device is switched on. */
  private static final int SETTLING_SECONDS = 40;

  private final PatientModel model;
  private final Optional<Patient> patient;
  private final List<Wave> waves;
  private final Rhythm usualRhythm;

  /**
   * @param profile what the patient is like
   * @param patient who it is; empty for a bed in which nobody lies
   * @param seed what the patient's chance depends on
   */
  public PatientSource(PatientProfile profile, Optional<Patient> patient, long seed) {
    this.model = new PatientModel(profile, seed);
    this.patient = patient;
    this.usualRhythm = profile.rhythm();
    this.waves =
        Stream.of(Wave.values())
            .filter(wave -> wave.kind().isWave() || usualRhythm == Rhythm.PACED)
            .toList();
    for (int i = 0; i < SETTLING_SECONDS; i++) {
      model.advance(PatientModel.TICKS_PER_SECOND);
    }
  }

  /** The patient, to be made worse or better. */
  public PatientModel model() {
    return model;
  }

  /** The rhythm to return to. */
  public Rhythm usualRhythm() {
    return usualRhythm;
  }

  @Override
  public List<WaveformChannel> channels() {
    return waves.stream()
        .map(
            wave ->
                new WaveformChannel(
                    wave.name(),
                    wave.kind(),
                    wave.frequencyHz(),
                    wave.adcPerUnit(),
                    0,
                    wave.unit(),
                    wave.lowest(),
                    wave.highest()))
        .toList();
  }

  @Override
  public Optional<Patient> patient() {
    return patient;
  }

  @Override
  public long blockNanos() {
    return 1_000_000_000L / BLOCKS_PER_SECOND;
  }

  @Override
  public boolean isLive() {
    return true;
  }

  @Override
  public void advance() {
    model.advance(BLOCK_TICKS);
  }

  @Override
  public int count(int channel) {
    return model.count(waves.get(channel));
  }

  @Override
  public int[] samples(int channel) {
    return model.samples(waves.get(channel));
  }

  @Override
  public List<Measurement> measurements() {
    Vitals vitals = model.vitals();
    List<Measurement> measurements = new ArrayList<>();
    measurements.add(now(VitalSign.HR, vitals.heartRate()));
    measurements.add(now(VitalSign.PULSE, vitals.pulseRate()));
    measurements.add(now(VitalSign.RR, vitals.respiratoryRate()));
    measurements.add(now(VitalSign.SPO2, vitals.oxygenSaturation()));
    measurements.add(
        Measurement.now(
            VitalSign.TEMP,
            vitals.temperature().stream().mapToObj(BigDecimal::valueOf).findFirst()));
    measurements.add(now(VitalSign.PVC, OptionalInt.of(vitals.prematureBeats())));
    Duration age =
        Duration.ofMillis(Math.round((model.seconds() - vitals.pressure().seconds()) * 1000));
    measurements.add(cuff(VitalSign.NIBP_SYS, vitals.pressure().systolic(), age));
    measurements.add(cuff(VitalSign.NIBP_DIA, vitals.pressure().diastolic(), age));
    measurements.add(cuff(VitalSign.NIBP_MEAN, vitals.pressure().mean(), age));
    return measurements;
  }

  private static Measurement now(VitalSign sign, OptionalInt value) {
    return Measurement.now(sign, value.stream().mapToObj(BigDecimal::valueOf).findFirst());
  }

  private static Measurement cuff(VitalSign sign, int value, Duration age) {
    return new Measurement(sign, Optional.of(BigDecimal.valueOf(value)), age);
  }

  @Override
  public void close() {
    // A model holds nothing open.
  }
}
