/**
 * What is on screen, as a pure function of link, broker, bed and age. No JavaFX: everything here is
 * a value that tests can compare with the words of the screen rules.
 */
@NullMarked
package org.wardbeat.station.presentation;

import org.jspecify.annotations.NullMarked;
