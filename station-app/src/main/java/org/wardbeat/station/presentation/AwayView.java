package org.wardbeat.station.presentation;

/**
 * What the sector of a patient who is away shows in the place of waves and numbers.
 *
 * @param reason why; never empty
 * @param by who said so and when; may be empty
 * @param left the time left; empty while it is not known that it runs
 * @param passedPermille how much of the time has passed, 0 to 1000
 * @param until the planned end
 * @param then what happens at that time
 */
public record AwayView(
    String reason, String by, String left, int passedPermille, String until, String then) {}
