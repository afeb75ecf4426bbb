/** What happens to the patients and devices of a simulated ward, from a small file. */
@NullMarked
package org.wardbeat.simulator.scenario;

import org.jspecify.annotations.NullMarked;
