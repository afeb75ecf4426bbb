package org.wardbeat.bridge.delivery;

import org.wardbeat.bridge.alarm.AlarmDesk;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.bridge.ward.Ward;
import org.wardbeat.wire.frame.FrameCodec;

/**
 * What all sessions of a bridge share. One codec, and so one epoch, lets them share encoded frames.
 *
 * @param name the bridge's name
 * @param software name and version of its software
 * @param instance changes whenever the bridge starts anew
 * @param codec of all frames
 * @param clock the bridge's time
 * @param ward where the beds come from
 * @param desk what operators want goes here
 * @param beds the beds by index
 * @param limits what a session may cost
 */
record DeliveryContext(
    String name,
    String software,
    long instance,
    FrameCodec codec,
    BridgeClock clock,
    Ward ward,
    AlarmDesk desk,
    BedTable beds,
    DeliveryLimits limits) {}
