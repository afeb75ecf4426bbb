package org.wardbeat.simulator.scenario;

/**
 * An action at a bed in a time.
 *
 * @param bed number of the bed from 1, or 0 for all
 * @param fromSeconds when it begins, after the device's start
 * @param toSeconds when it ends; infinity for never
 * @param line the line of the file
 */
record Event(int bed, double fromSeconds, double toSeconds, Action action, int line) {
  boolean isAt(int number) {
    return bed == 0 || bed == number;
  }
}
