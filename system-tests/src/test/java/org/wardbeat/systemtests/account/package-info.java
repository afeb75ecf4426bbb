/** What a station was given, set against what the devices sent. */
@NullMarked
package org.wardbeat.systemtests.account;

import org.jspecify.annotations.NullMarked;
