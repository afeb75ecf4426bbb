/**
 * What the station lets be heard: bursts as IEC 60601-1-8 describes them, when they sound, and
 * whether they can be heard at all.
 *
 * <p>{@code AlarmSound} is the entry. It is told what is to sound ({@code SoundDemand}) and tells
 * what can be heard ({@code SoundState}); lines come from {@code SoundDevices}, so that tests put
 * their own in place of the system's.
 */
@NullMarked
package org.wardbeat.station.sound;

import org.jspecify.annotations.NullMarked;
