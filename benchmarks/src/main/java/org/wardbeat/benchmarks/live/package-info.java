/** What a screen full of live waves costs: the station, two chart libraries, and a blank scene. */
@NullMarked
package org.wardbeat.benchmarks.live;

import org.jspecify.annotations.NullMarked;
