package org.wardbeat.station.wave;

import javafx.scene.paint.Color;
import org.wardbeat.render.sweep.Amplitude;
import org.wardbeat.render.sweep.LaneMode;
import org.wardbeat.station.presentation.WaveView;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.WaveformChannel;

/** How each kind of wave looks on every screen. */
public final class WaveLooks {
  private static final double USUAL_MM_PER_MILLIVOLT = 10;

  private WaveLooks() {}

  /** The colour of a live wave. */
  public static Color color(SignalKind kind) {
    return switch (kind) {
      case ECG -> Color.web("#4FE08C");
      case PLETH -> Color.web("#66C2FF");
      case RESP -> Color.web("#E3CF8B");
      case ART -> Color.web("#FF9A8F");
      case CO2 -> Color.web("#C9B8FF");
      case OTHER, PACER -> Color.web("#C9D3DD");
    };
  }

  /** What a lane shows of a wave; electrodes that are off concern the ECG alone. */
  public static LaneMode mode(WaveView.Mode mode, SignalKind kind) {
    return switch (mode) {
      case TRACE -> LaneMode.TRACE;
      case LEADS_OFF -> kind == SignalKind.ECG ? LaneMode.LEADS_OFF : LaneMode.TRACE;
      case BLANK, LOST, NOT_LIVE -> LaneMode.BLANK;
    };
  }

  /** What stands beside a wave. */
  public static String name(WaveformChannel channel) {
    return switch (channel.kind()) {
      case PLETH -> "Pleth";
      case RESP -> "Resp";
      case ECG, ART, CO2, OTHER, PACER -> channel.code();
    };
  }

  /** The unit of a wave as wards write it. */
  public static String unit(WaveformChannel channel) {
    return channel.unit().equals("mm[Hg]") ? "mmHg" : channel.unit();
  }

  /**
   * How samples of an ECG become a height.
   *
   * @param mmPerMillivolt gain in mm/mV
   * @param levelMillivolts what lies at {@link LaneFit#LEVEL_AT} of its lane
   */
  public static Amplitude ecg(
      WaveformChannel channel, double mmPerMillivolt, double levelMillivolts) {
    double units = unitsPerMillivolt(channel);
    double level = channel.baseline() + levelMillivolts * units;
    return new Amplitude.Calibrated(units, level, mmPerMillivolt, LaneFit.LEVEL_AT);
  }

  /**
   * How filtered samples of an ECG, which lie around zero, become a height.
   *
   * @param mmPerMillivolt gain in mm/mV
   * @param levelMillivolts what lies at {@link LaneFit#LEVEL_AT} of its lane
   * @param heightMm the lane's height
   */
  public static Amplitude filteredEcg(
      WaveformChannel channel, double mmPerMillivolt, double levelMillivolts, double heightMm) {
    double zeroAt = LaneFit.LEVEL_AT + levelMillivolts * mmPerMillivolt / heightMm;
    return new Amplitude.Calibrated(
        unitsPerMillivolt(channel), channel.baseline(), mmPerMillivolt, Math.clamp(zeroAt, 0, 1));
  }

  /** ADC units per mV of an ECG; one in an unknown unit is taken for millivolts. */
  public static double unitsPerMillivolt(WaveformChannel channel) {
    return channel.adcPerUnit() / perMillivolt(channel.unit());
  }

  private static double perMillivolt(String unit) {
    return switch (unit) {
      case "uV" -> 0.001;
      case "V" -> 1_000;
      default -> 1;
    };
  }

  /**
   * What share of the usual gain an ECG has, as it is told beside it; empty for all of it.
   *
   * @param mmPerMillivolt at most 10
   */
  public static String share(double mmPerMillivolt) {
    int divisor = (int) Math.round(USUAL_MM_PER_MILLIVOLT / mmPerMillivolt);
    return switch (divisor) {
      case 1 -> "";
      case 2 -> "×½";
      case 4 -> "×¼";
      default -> "×1/" + divisor;
    };
  }
}
