/** The MQTT broker of the demonstration, inside the simulator's process. */
@NullMarked
package org.wardbeat.simulator.broker;

import org.jspecify.annotations.NullMarked;
