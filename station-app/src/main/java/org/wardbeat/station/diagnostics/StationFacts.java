package org.wardbeat.station.diagnostics;

import java.time.Instant;

/**
 * What the station knows of itself.
 *
 * @param now the time by this computer's clock
 * @param framesPerSecond pulses within the last second
 * @param stalls how often the screen stood still for a second or more since the start
 * @param longestStallNanos the longest time between two pulses since the start
 * @param heapUsedBytes heap in use after the last collection, 0 if none was yet
 * @param heapMaxBytes most heap the program may use
 */
record StationFacts(
    Instant now,
    double framesPerSecond,
    int stalls,
    long longestStallNanos,
    long heapUsedBytes,
    long heapMaxBytes) {}
