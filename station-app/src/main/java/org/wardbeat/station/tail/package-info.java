/** What a bridge sends, as lines of JSON: for people who check one, and for other programs. */
@NullMarked
package org.wardbeat.station.tail;

import org.jspecify.annotations.NullMarked;
