/** Networks that fail, on the loopback interface. */
@NullMarked
package org.wardbeat.systemtests.network;

import org.jspecify.annotations.NullMarked;
