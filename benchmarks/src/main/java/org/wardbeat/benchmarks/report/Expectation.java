package org.wardbeat.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What was expected of a figure, beside what was measured.
 *
 * @param name of the case
 * @param expected in words, with the limit
 * @param measured in words
 * @param met whether it came so
 */
public record Expectation(
    @JsonProperty("case") String name, String expected, String measured, boolean met) {}
