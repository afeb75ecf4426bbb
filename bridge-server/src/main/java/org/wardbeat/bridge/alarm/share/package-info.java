/**
 * What bridges must agree on: acknowledgements, limits, what holds alarms back and observations,
 * told each other as retained MQTT messages.
 */
@NullMarked
package org.wardbeat.bridge.alarm.share;

import org.jspecify.annotations.NullMarked;
