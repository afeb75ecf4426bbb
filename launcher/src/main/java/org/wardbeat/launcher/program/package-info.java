/** What Wardbeat's programs are, where their jars lie and how a JVM runs them. */
@NullMarked
package org.wardbeat.launcher.program;

import org.jspecify.annotations.NullMarked;
