package org.wardbeat.station.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardbeat.station.fixture.Child;

class LatencyChartTest {
  @TempDir private Path folder;

  /** In a process of its own, because fonts once loaded stay in this one. */
  @Test
  void chartMadeBeforeTheFontsAreLoadedIsDrawnInThem() throws Exception {
    List<String> options = List.of("-Xmx128m", "-Dglass.platform=Headless", "-Dprism.order=sw");
    String seen = Child.run(folder, EarlyChartMain.class, options, Map.of());
    Assumptions.assumeFalse(
        seen.equals(EarlyChartMain.INSTALLED), "the bundled fonts are installed on this computer");
    assertThat(seen).isEqualTo(EarlyChartMain.SAME);
  }
}
