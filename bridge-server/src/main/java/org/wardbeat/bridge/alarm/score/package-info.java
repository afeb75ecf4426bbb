/** Early warning scores: what adds how many points, and what is known of a bed's inputs. */
@NullMarked
package org.wardbeat.bridge.alarm.score;

import org.jspecify.annotations.NullMarked;
