package org.wardbeat.bridge.delivery;

/**
 * The answer to a plain HTTP request.
 *
 * @param status the HTTP status code
 * @param contentType the media type of the body
 * @param body the body, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // goes straight onto the wire
public record HttpReply(int status, String contentType, byte[] body) {}
