/** The bands in which an ECG is shown, and the filters that make them. */
@NullMarked
package org.wardbeat.render.filter;

import org.jspecify.annotations.NullMarked;
