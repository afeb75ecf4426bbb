package org.wardbeat.bridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTimeTest {
  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z, 0",
    "1970-01-01T00:00:00.5Z, 500000",
    "1970-01-01T00:00:01.000001Z, 1000001",
    "2024-02-29T23:59:59.999Z, 1709251199999000",
    "9999-12-31T23:59:59.999999Z, 253402300799999999"
  })
  void readsTimesToTheMicrosecond(String text, long micros) {
    assertThat(DeviceTime.parse(text)).hasValue(micros);
  }

  @Test
  void endsWithTheYear9999() {
    assertThat(DeviceTime.parse("9999-12-31T23:59:59.999999Z")).hasValue(DeviceTime.MAX_MICROS);
  }

  @Property
  void readsWhatTheJdkWrites(@ForAll @LongRange(max = DeviceTime.MAX_MICROS) long micros) {
    Instant instant = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    assertThat(DeviceTime.parse(instant.toString())).hasValue(micros);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2026-03-10T09:41:08",
        "2026-03-10T09:41:08+00:00",
        "2026-03-10T09:41:08.Z",
        "2026-03-10T09:41:08.1234567Z",
        "2026-03-10T09:41:08.12a4Z",
        "2026-03-10T09:41:08,5Z",
        "2026-03-10 09:41:08Z",
        "2026-3-10T09:41:08Z",
        "2026-02-29T09:41:08Z",
        "2026-13-10T09:41:08Z",
        "2026-03-10T24:00:00Z",
        "2026-03-10T09:60:00Z",
        "2026-03-10T09:41:60Z",
        "1969-12-31T23:59:59Z",
        "0000-00-00T00:00:00Z",
        "+12026-03-10T09:41:08Z",
        "٢026-03-10T09:41:08Z"
      })
  void refusesWhatIsNoTime(String text) {
    assertThat(DeviceTime.parse(text)).isEmpty();
  }
}
