/** The erase-bar sweep: many waves on one surface, painted incrementally. */
@NullMarked
package org.wardbeat.render.sweep;

import org.jspecify.annotations.NullMarked;
