package org.wardbeat.bridge.alarm.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plain heart rate meter, to make numerics of records that have none: energy of the slope over
 * 120 ms, beats where it exceeds a third of its greatest of the last three seconds. Not good enough
 * for patients, but as full of artefacts as what devices tell.
 */
final class HeartRate {
  private HeartRate() {}

  /** Beats per minute at each second, of the beats of the last six; null with less than two. */
  static List<@Nullable Integer> everySecond(int[] ecg, int frequency) {
    List<Integer> beats = beats(energy(ecg, frequency * 12 / 100), frequency);
    List<@Nullable Integer> rates = new ArrayList<>();
    for (int second = 0; second < ecg.length / frequency; second++) {
      int end = (second + 1) * frequency;
      List<Integer> recent =
          beats.stream().filter(beat -> beat < end && beat >= end - 6 * frequency).toList();
      rates.add(
          recent.size() < 2
              ? null
              : Math.round(
                  60f * frequency * (recent.size() - 1) / (recent.getLast() - recent.getFirst())));
    }
    return rates;
  }

  private static double[] energy(int[] ecg, int width) {
    double[] energy = new double[ecg.length];
    double sum = 0;
    for (int i = 4; i < ecg.length; i++) {
      sum += slope(ecg, i);
      if (i - width >= 4) {
        sum -= slope(ecg, i - width);
      }
      energy[i] = sum;
    }
    return energy;
  }

  private static double slope(int[] ecg, int i) {
    double slope = (double) ecg[i] - ecg[i - 4];
    return slope * slope;
  }

  private static List<Integer> beats(double[] energy, int frequency) {
    List<Integer> beats = new ArrayList<>();
    int last = -frequency;
    for (int i = 1; i < energy.length; i++) {
      if (i - last < frequency / 4) {
        continue;
      }
      double most = 0;
      for (int k = Math.max(0, i - 3 * frequency); k <= i; k += 5) {
        most = Math.max(most, energy[k]);
      }
      if (energy[i] > most / 3 && energy[i - 1] <= energy[i] && most > 0) {
        beats.add(i);
        last = i;
      }
    }
    return beats;
  }
}
