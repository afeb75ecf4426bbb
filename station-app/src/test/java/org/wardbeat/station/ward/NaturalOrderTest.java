package org.wardbeat.station.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.wardbeat.wire.ward.BedId;

class NaturalOrderTest {
  @Test
  void bedsComeByUnitAndThenByTheNumberInTheirLabel() {
    List<BedId> ordered =
        List.of(
            new BedId("4 East", "9"),
            new BedId("4 East", "10"),
            new BedId("4 East", "10A"),
            new BedId("4 East", "10B"),
            new BedId("4 East", "bay 2"),
            new BedId("4 East", "Bay 12"),
            new BedId("10 West", "1"));
    assertThat(ordered.reversed().stream().sorted(NaturalOrder.OF_BEDS)).isEqualTo(ordered);
  }

  @Test
  void labelsThatCountAsTheSameNumberAreStillTwoBeds() {
    Comparator<BedId> order = NaturalOrder.OF_BEDS;
    assertThat(order.compare(new BedId("u", "7"), new BedId("u", "07"))).isNotZero();
  }

  @Property
  void orderIsTotal(
      @ForAll @CharRange(from = '/', to = ':') @StringLength(min = 1, max = 6) String a,
      @ForAll @CharRange(from = '/', to = ':') @StringLength(min = 1, max = 6) String b,
      @ForAll @CharRange(from = '/', to = ':') @StringLength(min = 1, max = 6) String c) {
    Comparator<BedId> order = NaturalOrder.OF_BEDS;
    BedId x = new BedId("u", a);
    BedId y = new BedId("u", b);
    BedId z = new BedId("u", c);
    assertThat(Integer.signum(order.compare(x, y))).isEqualTo(-Integer.signum(order.compare(y, x)));
    assertThat(order.compare(x, y) == 0).isEqualTo(x.equals(y));
    if (order.compare(x, y) <= 0 && order.compare(y, z) <= 0) {
      assertThat(order.compare(x, z)).isLessThanOrEqualTo(0);
    }
  }
}
