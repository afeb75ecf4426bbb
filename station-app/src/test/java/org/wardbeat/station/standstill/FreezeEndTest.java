package org.wardbeat.station.standstill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreezeEndTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-agentlib:jdwp=transport=dt_socket,server=y | true",
        "-Xrunjdwp:transport=dt_socket | true",
        "-agentlib:hprof | false",
        "-Xmx512m | false"
      })
  void aJvmForADebuggerIsKnownByItsArguments(String argument, boolean debugged) {
    assertThat(FreezeEnd.isDebugged(List.of("-Xms128m", argument))).isEqualTo(debugged);
  }
}
