/** A ward to watch: the program and what wires it. */
@NullMarked
package org.wardbeat.simulator;

import org.jspecify.annotations.NullMarked;
