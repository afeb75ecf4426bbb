/**
 * From messages to observations: Wardbeat's native topics and payloads, read strictly, and the
 * bounded inboxes in which messages wait for their ward loop. One bad message costs one message.
 */
@NullMarked
package org.wardbeat.bridge.intake;

import org.jspecify.annotations.NullMarked;
