@NullMarked
package org.wardbeat.station.review;

import org.jspecify.annotations.NullMarked;
