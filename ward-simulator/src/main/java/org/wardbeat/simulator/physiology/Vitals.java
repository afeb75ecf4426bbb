package org.wardbeat.simulator.physiology;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The vital signs of a patient at one moment, as a monitor would measure them; empty where it would
 * find no valid value.
 *
 * @param heartRate per minute, from the beats of the ECG; 0 without beats for 4 s
 * @param pulseRate per minute, from the pulses of the oximeter
 * @param respiratoryRate per minute, from the breaths
 * @param oxygenSaturation percent
 * @param temperature °C
 * @param prematureBeats ventricular beats of the last minute
 * @param pressure the last cuff measurement
 */
public record Vitals(
    OptionalInt heartRate,
    OptionalInt pulseRate,
    OptionalInt respiratoryRate,
    OptionalInt oxygenSaturation,
    OptionalDouble temperature,
    int prematureBeats,
    CuffPressure pressure) {}
