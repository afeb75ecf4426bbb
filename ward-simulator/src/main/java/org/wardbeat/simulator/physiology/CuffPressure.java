package org.wardbeat.simulator.physiology;

/**
 * One non-invasive measurement of the blood pressure.
 *
 * @param systolic mmHg
 * @param diastolic mmHg
 * @param mean mmHg, the diastolic pressure and a third of the pulse pressure
 * @param seconds when, on the patient's time line; below 0 for a measurement before its start
 */
public record CuffPressure(int systolic, int diastolic, int mean, double seconds) {}
