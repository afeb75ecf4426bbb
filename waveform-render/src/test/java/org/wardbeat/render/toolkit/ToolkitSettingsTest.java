package org.wardbeat.render.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class ToolkitSettingsTest {

  @Test
  void leavesWhatAnAdministratorHasSet() {
    Properties properties = new Properties();
    properties.setProperty("prism.dirtyregioncount", "8");
    ToolkitSettings.prepare(properties);

    assertThat(properties)
        .containsEntry("prism.dirtyregioncount", "8")
        .containsEntry("prism.disableRegionCaching", "true");
  }

  @Test
  void keepsLargeLettersOnlyWhereTheyAreDrawnBySoftware() {
    Properties software = new Properties();
    software.setProperty("prism.order", "sw");
    ToolkitSettings.prepare(software);
    Properties any = new Properties();
    ToolkitSettings.prepare(any);

    assertThat(software).containsEntry("prism.fontSizeLimit", "400");
    assertThat(any).doesNotContainKey("prism.fontSizeLimit");
  }
}
