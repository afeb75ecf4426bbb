/** Makes the packages of the station and the bridge with the JDK's own tools. */
@NullMarked
package org.wardbeat.installers;

import org.jspecify.annotations.NullMarked;
