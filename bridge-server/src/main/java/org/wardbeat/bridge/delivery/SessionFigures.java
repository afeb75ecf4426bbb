package org.wardbeat.bridge.delivery;

/**
 * How one session does, as of its last heartbeat.
 *
 * @param id counts up from 1 in the order of connecting
 * @param station what the station calls itself, empty before its {@code Hello}
 * @param remote the peer's address and port
 * @param framesSent frames sent so far
 * @param bytesSent bytes of these frames, without the WebSocket's own
 * @param framesUnanswered frames sent that the station had not received when it answered last
 * @param roundTripMicros from a heartbeat to its answer; -1 before the first answer
 * @param bedsPending beds of which something newer is waiting to be sent
 * @param samplesDropped samples given up because the station could not take them
 * @param alarmsUnconfirmed alarms sent whose receipt has not come
 * @param conflating whether the station gets less than there is
 * @param writable whether the connection takes more now
 */
public record SessionFigures(
    long id,
    String station,
    String remote,
    long framesSent,
    long bytesSent,
    long framesUnanswered,
    long roundTripMicros,
    int bedsPending,
    long samplesDropped,
    long alarmsUnconfirmed,
    boolean conflating,
    boolean writable) {}
