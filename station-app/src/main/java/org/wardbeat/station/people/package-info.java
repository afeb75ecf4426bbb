/**
 * Who lies in a bed and who sees to it, as people say it: admission, check, transfer, discharge,
 * assignment and hand-over. The bridge decides; nothing counts as done before it says so.
 */
@NullMarked
package org.wardbeat.station.people;

import org.jspecify.annotations.NullMarked;
