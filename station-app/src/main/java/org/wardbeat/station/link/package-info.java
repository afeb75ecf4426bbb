/**
 * The link to the bridge: transports behind one interface, and the supervisor that keeps one up.
 */
@NullMarked
package org.wardbeat.station.link;

import org.jspecify.annotations.NullMarked;
