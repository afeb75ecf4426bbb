package org.wardbeat.simulator.physiology;

/** The origin of a beat, which gives it its shape and its output. */
enum Beat {
  /** From the sinus node, with a P wave. */
  SINUS,
  /** Conducted out of fibrillating atria: no P wave. */
  FIBRILLATING,
  /** From the ventricle: no P wave, wide, with a T wave against it. */
  VENTRICULAR,
  /** From the ventricle that a pacemaker stimulated: wide, too. */
  PACED;

  /** Whether it spreads slowly, from one ventricle to the other. */
  boolean isWide() {
    return this == VENTRICULAR || this == PACED;
  }
}
