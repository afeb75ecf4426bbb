/** What a running station measures of itself. */
@NullMarked
package org.wardbeat.station.report;

import org.jspecify.annotations.NullMarked;
