package org.wardbeat.station.ward;

import java.util.Comparator;
import org.wardbeat.wire.ward.BedId;

/** The order of people: digits within a label count as the number they are, bed 9 before bed 10. */
public final class NaturalOrder {
  /** Beds by unit and label. */
  public static final Comparator<BedId> OF_BEDS =
      Comparator.comparing(BedId::unit, NaturalOrder::compare)
          .thenComparing(BedId::bed, NaturalOrder::compare)
          .thenComparing(Comparator.naturalOrder());

  private NaturalOrder() {}

  static int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      int endA = endOfRun(a, i);
      int endB = endOfRun(b, j);
      int order =
          isDigit(a.charAt(i)) && isDigit(b.charAt(j))
              ? compareNumbers(a.substring(i, endA), b.substring(j, endB))
              : a.substring(i, endA).compareToIgnoreCase(b.substring(j, endB));
      if (order != 0) {
        return order;
      }
      i = endA;
      j = endB;
    }
    return Integer.compare(a.length() - i, b.length() - j);
  }

  private static int compareNumbers(String a, String b) {
    String shortA = a.replaceFirst("^0+", "");
    String shortB = b.replaceFirst("^0+", "");
    return shortA.length() != shortB.length()
        ? Integer.compare(shortA.length(), shortB.length())
        : shortA.compareTo(shortB);
  }

  private static int endOfRun(String text, int start) {
    boolean digits = isDigit(text.charAt(start));
    int end = start + 1;
    while (end < text.length() && isDigit(text.charAt(end)) == digits) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
