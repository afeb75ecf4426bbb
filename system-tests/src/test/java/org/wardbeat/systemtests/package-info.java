@NullMarked
package org.wardbeat.systemtests;

import org.jspecify.annotations.NullMarked;
