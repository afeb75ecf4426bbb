package org.wardbeat.station.wall;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PixelShiftTest {
  private static final long MINUTE = 60_000_000_000L;

  @Property
  void goesOnePixelAMinuteAndStaysWithinItsReach(
      @ForAll @IntRange(min = 1, max = 40) int reach,
      @ForAll @LongRange(min = 0, max = 1_000_000) long minute) {
    PixelShift shift = new PixelShift(reach);
    shift.advance(minute * MINUTE);
    int x = shift.x();
    int y = shift.y();
    assertThat(x).isBetween(0, reach);
    assertThat(y).isBetween(0, reach);
    shift.advance((minute + 1) * MINUTE);
    assertThat(Math.abs(shift.x() - x) + Math.abs(shift.y() - y)).isEqualTo(1);
  }

  @Test
  void staysWhereItIsWithinAMinute() {
    PixelShift shift = new PixelShift(8);
    assertThat(shift.advance(3 * MINUTE)).isTrue();
    assertThat(shift.advance(4 * MINUTE - 1)).isFalse();
    assertThat(shift.advance(4 * MINUTE)).isTrue();
  }
}
