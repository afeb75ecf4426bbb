/** Time as the bridge sees it, injected wherever it is needed. */
@NullMarked
package org.wardbeat.bridge.clock;

import org.jspecify.annotations.NullMarked;
