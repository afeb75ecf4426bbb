package org.wardbeat.station.wave;

import org.wardbeat.render.ring.SampleRing;

/** Finds the scale in which a wave is drawn. User-interface thread only. */
interface WaveFit {
  /** What lies at the bottom of the lane, in ADC units. */
  double low();

  /** What lies at its top, in ADC units; above {@link #low()}. */
  double high();

  /**
   * Takes what came since the last scan; meant to be called once a second.
   *
   * @param samples of which {@link SampleRing#GAP} are left out
   * @param count how many of them count
   * @return whether the scale changed
   */
  boolean scan(int[] samples, int count);
}
