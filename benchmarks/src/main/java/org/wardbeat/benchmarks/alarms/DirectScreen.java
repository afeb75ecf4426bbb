package org.wardbeat.benchmarks.alarms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.wardbeat.benchmarks.fanout.source.MqttPackets;
import org.wardbeat.benchmarks.fanout.source.WardPlan;
import org.wardbeat.station.sound.SoundControl;
import org.wardbeat.station.sound.SoundDemand;
import org.wardbeat.station.sound.SoundingAlarm;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;

/**
 * The least there could be: a text for each bed, filled with what the broker tells of alarms, and
 * the same sound. No waves, no numbers, nothing stored.
 */
final class DirectScreen {
  private static final int COLUMNS = 8;
  private static final int CELL_WIDTH = 120;
  private static final int CELL_HEIGHT = 120;

  private final int brokerPort;
  private final List<String> units;
  private final SoundControl sound;
  private final Sightings sightings;
  private final List<Text> texts = new ArrayList<>();
  private final Set<SoundingAlarm> sounding = new HashSet<>();
  private final ObjectMapper json = new ObjectMapper();

  DirectScreen(int brokerPort, List<String> units, SoundControl sound, Sightings sightings) {
    this.brokerPort = brokerPort;
    this.units = units;
    this.sound = sound;
    this.sightings = sightings;
  }

  /** Shows the window, and watches it from the first pulse on. */
  void start(Stage stage) {
    Pane pane = new Pane();
    for (int bed = 0; bed < AlarmsRun.BEDS; bed++) {
      Text text = new Text();
      text.setFill(Color.WHITE);
      text.relocate(bed % COLUMNS * CELL_WIDTH, bed / COLUMNS * CELL_HEIGHT);
      texts.add(text);
    }
    pane.getChildren().addAll(texts);
    Scene scene = new Scene(pane, COLUMNS * CELL_WIDTH, COLUMNS * CELL_HEIGHT, Color.BLACK);
    stage.setScene(scene);
    stage.show();
    Thread.ofPlatform().daemon().name("direct").start(() -> listen(scene));
  }

  private void listen(Scene scene) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), brokerPort);
        DataInputStream in = new DataInputStream(socket.getInputStream())) {
      socket.setTcpNoDelay(true);
      socket.getOutputStream().write(MqttPackets.connect("bench-screen"));
      List<String> filters =
          units.stream().map(unit -> "wardbeat/v1/" + unit + "/+/alarm/+").toList();
      socket.getOutputStream().write(MqttPackets.subscribe(filters));
      while (true) {
        take(in, scene);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(DataInputStream in, Scene scene) throws IOException {
    int type = in.readUnsignedByte();
    byte[] packet = new byte[length(in)];
    in.readFully(packet);
    if (type == MqttPackets.SUBACK) {
      Platform.runLater(() -> sightings.watch(scene, words()));
    } else if ((type & 0xF0) == MqttPackets.PUBLISH) {
      int topicEnd = 2 + ByteBuffer.wrap(packet).getShort();
      String[] topic = new String(packet, 2, topicEnd - 2, StandardCharsets.UTF_8).split("/", -1);
      JsonNode alarm = json.readTree(packet, topicEnd, packet.length - topicEnd);
      show(new BedId(topic[2], topic[3]), alarm);
    }
  }

  private List<Supplier<String>> words() {
    return texts.stream().<Supplier<String>>map(text -> text::getText).toList();
  }

  private static int length(DataInputStream in) throws IOException {
    int length = 0;
    for (int shift = 0; ; shift += 7) {
      int next = in.readUnsignedByte();
      length |= (next & 0x7F) << shift;
      if (next < 0x80) {
        return length;
      }
    }
  }

  private void show(BedId bed, JsonNode alarm) {
    SoundingAlarm sounds =
        new SoundingAlarm(bed + alarm.path("onset").asText(), AlarmPriority.HIGH);
    boolean active = alarm.path("active").asBoolean();
    if (active) {
      sounding.add(sounds);
    } else {
      sounding.remove(sounds);
    }
    sound.demand(new SoundDemand(sounding, 0, false));
    String text = active ? "*** " + alarm.path("text").asText() : "";
    Text cell = texts.get(WardPlan.numberOf(bed));
    Platform.runLater(() -> cell.setText(text));
  }
}
