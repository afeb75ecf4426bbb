package org.wardbeat.station.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardbeat.station.ward.TransportKind;

class TransportFileTest {
  private static final URI BRIDGE = URI.create("wss://bridge.example:8420/ws");

  @TempDir private Path folder;

  @Test
  void remembersPerBridgeInAFolderThatItMakes() {
    Path file = folder.resolve("wardbeat").resolve("transports.properties");
    TransportFile memory = TransportFile.open(file);
    memory.worked(BRIDGE, TransportKind.LONG_POLL);
    memory.close();
    TransportFile read = TransportFile.open(file);
    assertThat(read.of(BRIDGE)).contains(TransportKind.LONG_POLL);
    assertThat(read.of(URI.create("wss://other.example/ws"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\\uXYZ", "wss\\://bridge.example\\:8420/ws=CARRIER_PIGEON", "{\"json\": 1}"})
  void fileThatMakesNoSenseIsIgnored(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("transports.properties"), content);
    assertThat(TransportFile.open(file).of(BRIDGE)).isEmpty();
  }

  @Test
  void folderInPlaceOfTheFileIsIgnored() throws IOException {
    Path file = Files.createDirectory(folder.resolve("transports.properties"));
    Files.createFile(file.resolve("something"));
    TransportFile memory = TransportFile.open(file);
    memory.worked(BRIDGE, TransportKind.HTTP_STREAM);
    memory.close();
    assertThat(memory.of(BRIDGE)).contains(TransportKind.HTTP_STREAM);
  }
}
