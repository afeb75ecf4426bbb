/** What stations are sent: sessions over WebSocket, each pulled from what the ward publishes. */
@NullMarked
package org.wardbeat.bridge.delivery;

import org.jspecify.annotations.NullMarked;
