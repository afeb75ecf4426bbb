package org.wardbeat.simulator.physiology;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * A simulated patient: waves and vital signs from one heart and one breath. The same profile and
 * seed give the same patient, whatever the steps in which time advances. Confined to one thread;
 * advancing allocates nothing.
 */
public final class PatientModel {
  /** Steps of the model in a second; every wave takes each so many-th of them. */
  public static final int TICKS_PER_SECOND = 250;

  /** The most ticks by which {@link #advance} goes at once: 4 s. */
  public static final int MAX_TICKS = 4 * TICKS_PER_SECOND;

  private static final double TICK_SECONDS = 1.0 / TICKS_PER_SECOND;
  private static final double BASELINE_MILLIVOLTS = 0.08;
  private static final double BREATH_ON_ECG = 0.06;
  private static final double BREATH_ON_PULSE = 0.12;
  private static final double NOISE_MILLIVOLTS = 0.006;
  private static final double ATRIAL_MILLIVOLTS = 0.06;
  private static final double VENTRICULAR_MILLIVOLTS = 0.9;
  private static final double TRANSIT_SECONDS = 0.2;
  private static final double PALPABLE = 0.15;
  private static final double CUFF_EVERY_SECONDS = 900;
  private static final double ASYSTOLE_SECONDS = 4;

  /** From a pacemaker's pulse to the R wave it brings about. */
  private static final double STIMULUS_SECONDS = 0.11;

  private static final int PREMATURE_MEMORY = 256;

  private final PatientProfile profile;
  private final SplittableRandom random;
  private final SlowState slow;
  private final Breathing breathing;
  private final BeatSource beats;
  private final EcgModel ecg;
  private final Fibrillation atrial;
  private final Fibrillation ventricular;
  private final PulseWave pulse = new PulseWave(Wave.PLETH.frequencyHz());
  private final RateMeter heartMeter = new RateMeter(8, ASYSTOLE_SECONDS);
  private final RateMeter pulseMeter = new RateMeter(8, 5);
  private final RateMeter breathMeter = new RateMeter(4, 20);
  private final double[] prematureTimes = new double[PREMATURE_MEMORY];
  private final Track lead2 = new Track(Wave.II);
  private final Track leadV = new Track(Wave.V);
  private final Track pleth = new Track(Wave.PLETH);
  private final Track resp = new Track(Wave.RESP);
  private final Track pacer = new Track(Wave.PACER);
  private Rhythm rhythm;
  private long tick;
  private double angle = -Math.PI;
  private boolean halted;
  private boolean stimulated;
  private double lastBeatSeconds;
  private int prematureCount;
  private CuffPressure pressure;
  private double nextCuffSeconds;

  /** The samples of one wave of the last advance. */
  private static final class Track {
    private final int adcPerUnit;
    private final int lowest;
    private final int highest;
    private final int everyTicks;
    private final int[] samples;
    private int count;

    Track(Wave wave) {
      this.adcPerUnit = wave.adcPerUnit();
      this.lowest = wave.lowest();
      this.highest = wave.highest();
      this.everyTicks = TICKS_PER_SECOND / wave.frequencyHz();
      this.samples = new int[MAX_TICKS / everyTicks + 1];
    }

    void put(double value) {
      samples[count++] = Math.clamp((long) Math.rint(value * adcPerUnit), lowest, highest);
    }
  }

  /**
   * @param profile what the patient is like
   * @param seed what the patient's chance depends on
   */
  public PatientModel(PatientProfile profile, long seed) {
    this.profile = profile;
    this.rhythm = profile.rhythm();
    this.random = new SplittableRandom(seed);
    this.slow = new SlowState(profile, random.split());
    this.breathing = new Breathing(TICK_SECONDS, random.split());
    Tachogram tachogram = new Tachogram(profile.respiratoryRate() / 60, random.split());
    this.beats = new BeatSource(profile, tachogram, random.split());
    this.ecg = new EcgModel(TICK_SECONDS, profile.tWaveScale());
    this.atrial = new Fibrillation(TICK_SECONDS, 4, 9, random.split());
    this.ventricular = new Fibrillation(TICK_SECONDS, 3.5, 6.5, random.split());
    Arrays.fill(prematureTimes, Double.NEGATIVE_INFINITY);
    this.nextCuffSeconds = random.nextDouble(30, CUFF_EVERY_SECONDS);
    this.pressure = measurePressure(nextCuffSeconds - CUFF_EVERY_SECONDS);
    resume();
  }

  /** Changes the rhythm from the next beat on. */
  public void setRhythm(Rhythm rhythm) {
    this.rhythm = rhythm;
    if (halted && rhythm.isBeating()) {
      resume();
    }
  }

  /** The rhythm now. */
  public Rhythm rhythm() {
    return rhythm;
  }

  /**
   * Makes the patient worse or better.
   *
   * @param severity from 0, as usual, to 1, in shock; the vital signs follow within their own time
   */
  public void setSeverity(double severity) {
    if (!(severity >= 0 && severity <= 1)) {
      throw new IllegalArgumentException("severity must be from 0 to 1, not " + severity);
    }
    slow.setSeverity(severity);
  }

  /** Seconds since the patient's start. */
  public double seconds() {
    return tick * TICK_SECONDS;
  }

  /**
   * Advances the patient; the samples of that time are then in {@link #samples}.
   *
   * @param ticks from 0 to {@link #MAX_TICKS}
   */
  public void advance(int ticks) {
    if (ticks < 0 || ticks > MAX_TICKS) {
      throw new IllegalArgumentException("ticks must be from 0 to " + MAX_TICKS + ", not " + ticks);
    }
    lead2.count = 0;
    leadV.count = 0;
    pleth.count = 0;
    resp.count = 0;
    pacer.count = 0;
    for (int i = 0; i < ticks; i++) {
      step();
    }
  }

  /** The samples of the last advance, {@link #count} of them; overwritten by the next one. */
  public int[] samples(Wave wave) {
    return track(wave).samples;
  }

  /** How many samples of a wave the last advance gave. */
  public int count(Wave wave) {
    return track(wave).count;
  }

  private Track track(Wave wave) {
    return switch (wave) {
      case II -> lead2;
      case V -> leadV;
      case PLETH -> pleth;
      case RESP -> resp;
      case PACER -> pacer;
    };
  }

  private void step() {
    if (tick % TICKS_PER_SECOND == 0) {
      slow.step(1);
      if (seconds() >= nextCuffSeconds) {
        pressure = measurePressure(seconds());
        nextCuffSeconds += CUFF_EVERY_SECONDS;
      }
    }
    if (breathing.step(slow.respiratoryRate())) {
      breathMeter.event(seconds());
    }
    ecg.step(BASELINE_MILLIVOLTS * breathing.value());
    followAngle();
    emit();
    tick++;
  }

  private void followAngle() {
    double before = angle;
    angle = ecg.angle();
    double stimulus = ecg.angleBefore(STIMULUS_SECONDS);
    stimulated = beats.next() == Beat.PACED && before < stimulus && angle >= stimulus;
    if (before < 0 && angle >= 0 && angle < Math.PI / 2) {
      beat();
    } else if (before > Math.PI / 2 && angle < 0) {
      diastole();
    }
  }

  private void beat() {
    double interval = seconds() - lastBeatSeconds;
    lastBeatSeconds = seconds();
    heartMeter.event(lastBeatSeconds);
    boolean wide = beats.next() == Beat.VENTRICULAR;
    if (wide) {
      prematureTimes[prematureCount++ % PREMATURE_MEMORY] = lastBeatSeconds;
    }
    double filled = 1 - Math.exp(-Math.max(0, interval - 0.2) / 0.25);
    double output = filled * (wide ? 0.5 : 1.05);
    double arrival = lastBeatSeconds + TRANSIT_SECONDS;
    if (output >= PALPABLE) {
      pulseMeter.event(arrival);
    }
    pulse.send((int) (TRANSIT_SECONDS * Wave.PLETH.frequencyHz()), output * slow.perfusion());
    ecg.setInterval(beats.chooseNext(rhythm, lastBeatSeconds, slow.heartRate()));
  }

  private void diastole() {
    if (rhythm.isBeating()) {
      ecg.setBeat(beats.next());
    } else {
      halted = true;
      ecg.halt();
    }
  }

  private void resume() {
    halted = false;
    ecg.setInterval(beats.chooseNext(rhythm, seconds(), slow.heartRate()));
    ecg.setBeat(beats.next());
  }

  private void emit() {
    double breath = breathing.value();
    double scale = profile.ecgScale() * (1 + BREATH_ON_ECG * breath);
    double waves =
        ATRIAL_MILLIVOLTS * atrial.step(rhythm == Rhythm.ATRIAL_FIBRILLATION ? 1 : 0)
            + VENTRICULAR_MILLIVOLTS
                * ventricular.step(rhythm == Rhythm.VENTRICULAR_FIBRILLATION ? 1 : 0);
    lead2.put(scale * (ecg.millivolts(0) + waves) + noise());
    leadV.put(scale * (ecg.millivolts(1) - 0.6 * waves) + noise());
    pacer.put(stimulated ? 1 : 0);
    if (tick % pleth.everyTicks == 0) {
      pleth.put(pulse.step() * (1 + BREATH_ON_PULSE * breath) + 0.04 * breath);
    }
    if (tick % resp.everyTicks == 0) {
      resp.put(0.5 * breath + 0.02 * ecg.millivolts(0));
    }
  }

  private double noise() {
    return NOISE_MILLIVOLTS * random.nextGaussian();
  }

  private CuffPressure measurePressure(double seconds) {
    double systolic = slow.systolic() + 2 * random.nextGaussian();
    double diastolic = slow.diastolic() + 1.5 * random.nextGaussian();
    return new CuffPressure(
        (int) Math.rint(systolic),
        (int) Math.rint(diastolic),
        (int) Math.rint(diastolic + (systolic - diastolic) / 3),
        seconds);
  }

  /** The vital signs now. */
  public Vitals vitals() {
    double now = seconds();
    OptionalInt heartRate = rounded(heartMeter.perMinute(now));
    if (heartRate.isEmpty() && now - lastBeatSeconds > ASYSTOLE_SECONDS) {
      heartRate = OptionalInt.of(0);
    }
    OptionalDouble pulseRate = pulseMeter.perMinute(now);
    OptionalInt saturation =
        pulseRate.isPresent()
            ? OptionalInt.of((int) Math.rint(slow.oxygenSaturation()))
            : OptionalInt.empty();
    return new Vitals(
        heartRate,
        rounded(pulseRate),
        rounded(breathMeter.perMinute(now)),
        saturation,
        OptionalDouble.of(Math.rint(slow.temperature() * 10) / 10),
        prematureInLastMinute(now),
        pressure);
  }

  private int prematureInLastMinute(double now) {
    int count = 0;
    for (double time : prematureTimes) {
      if (time > now - 60) {
        count++;
      }
    }
    return count;
  }

  private static OptionalInt rounded(OptionalDouble rate) {
    return rate.isPresent()
        ? OptionalInt.of((int) Math.rint(rate.getAsDouble()))
        : OptionalInt.empty();
  }
}
