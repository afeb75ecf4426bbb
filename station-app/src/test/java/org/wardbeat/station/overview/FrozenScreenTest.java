package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.wardbeat.station.StationApp;
import org.wardbeat.station.StationOptions;
import org.wardbeat.station.link.LinkSettings;
import org.wardbeat.station.link.Subscription;
import org.wardbeat.station.report.PaintMetrics;
import org.wardbeat.station.settings.Settings;
import org.wardbeat.station.settings.SettingsStore;
import org.wardbeat.station.sound.AlarmSound;
import org.wardbeat.station.sound.SoundDevices;
import org.wardbeat.station.sound.SoundLine;
import org.wardbeat.station.sound.SoundState;
import org.wardbeat.station.sound.Volume;
import org.wardbeat.station.standstill.FreezeWatchdog;

/** A user-interface thread that hangs, in the window as the program opens it. */
class FrozenScreenTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final FakeWard ward = FakeWard.running(4);
  private final AtomicInteger pulses = new AtomicInteger();
  private final AtomicBoolean heard = new AtomicBoolean();
  private final AlarmSound sound =
      new AlarmSound(listener(heard), Volume.DEFAULT, System::nanoTime);
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final FreezeWatchdog watchdog =
      new FreezeWatchdog(Platform::runLater, System::nanoTime, new Told());
  private StationApp app;
  private Stage stage;

  private final class Told implements FreezeWatchdog.Listener {
    @Override
    public void standsStill() {
      told.add("stands still");
    }

    @Override
    public void goesOn(long stillNanos) {
      told.add("goes on");
    }

    @Override
    public void isHopeless() {
      told.add("hopeless");
    }
  }

  FrozenScreenTest() {
    app = Window.onFx(this::newApp);
    stage = Window.onFx(Stage::new);
  }

  private StationApp newApp() {
    StationOptions options =
        StationOptions.headless(
            LinkSettings.of(
                URI.create("ws://127.0.0.1:8420/ws"), "test", Subscription.ofUnits(List.of())));
    PaintMetrics metrics =
        new PaintMetrics() {
          @Override
          public void pulse(long nowNanos) {
            pulses.incrementAndGet();
          }

          @Override
          public void painted(long decodedNanos) {}
        };
    return new StationApp(options, SettingsStore.inMemory(Settings.INITIAL), ward, metrics, sound);
  }

  /** A device that plays at once what it is given, and hears whether that is sound. */
  private static SoundDevices listener(AtomicBoolean heard) {
    return _ ->
        new SoundLine() {
          private long played;

          @Override
          public String name() {
            return "speaker";
          }

          @Override
          public int framesPerSecond() {
            return 48_000;
          }

          @Override
          public int writable() {
            return 480;
          }

          @Override
          public void write(short[] frames, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
              if (frames[i] != 0) {
                heard.set(true);
              }
            }
            played += length;
          }

          @Override
          public long playedFrames() {
            return played;
          }

          @Override
          public Optional<String> problem() {
            return Optional.empty();
          }

          @Override
          public void close() {}
        };
  }

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void show() {
    sound.start();
    watchdog.start();
    await().atMost(LONG).until(() -> sound.state().mode() == SoundState.Mode.ON);
    ward.feed();
    Window.onFx(
        () -> {
          app.start(stage);
          return true;
        });
    await().atMost(LONG).until(() -> pulses.get() > 10);
  }

  @AfterEach
  void close() {
    Window.onFx(
        () -> {
          app.stop();
          stage.close();
          return true;
        });
    sound.close();
    watchdog.close();
  }

  private String text(String selector) {
    return stage.getScene().lookup(selector) instanceof Text text ? text.getText() : "";
  }

  /** What the first picture after the screen stood still shows. */
  private record Picture(String banner, String silent, String alarming, int pulses) {}

  @Test
  void uiFrozenButLooksLive() throws Exception {
    await().atMost(LONG).until(() -> Window.onFx(() -> text("#banner-lead")).equals("LIVE"));
    assertThat(heard).isFalse();
    CountDownLatch frozen = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    CompletableFuture<Picture> first = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          int before = pulses.get();
          lookAtTheNextPicture(first, before);
          frozen.countDown();
          try {
            goesOn.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    frozen.await();
    ward.silence(0, ward.bridgeNowMicros());
    ward.change(1, FakeWard.alarming(Alarms.asystole(0)));
    long since = System.nanoTime();
    told.clear(); // the toolkit may start slowly
    await().atMost(LONG).untilTrue(heard);
    await().atMost(LONG).until(() -> told.contains("stands still"));
    await().atMost(LONG).until(() -> System.nanoTime() - since >= 6_000_000_000L);
    goesOn.countDown();

    Picture picture = first.get(60, TimeUnit.SECONDS);
    assertThat(picture.pulses()).as("it is the first after the screen stood still").isOne();
    assertThat(picture.banner()).startsWith("SCREEN STOOD STILL");
    assertThat(picture.silent()).matches("age \\d+ s|!! .*");
    assertThat(picture.alarming()).isEqualTo("*** ASYSTOLE");
    await()
        .atMost(LONG)
        .until(() -> told.lastIndexOf("goes on") > told.lastIndexOf("stands still"));
    int after = pulses.get();
    await().atMost(LONG).until(() -> pulses.get() > after + 10);
  }

  private void lookAtTheNextPicture(CompletableFuture<Picture> seen, int before) {
    stage
        .getScene()
        .addPostLayoutPulseListener(
            new Runnable() {
              @Override
              public void run() {
                stage.getScene().removePostLayoutPulseListener(this);
                seen.complete(
                    new Picture(
                        text("#banner-lead"),
                        text("#bed-401-message"),
                        text("#bed-402-message"),
                        pulses.get() - before));
              }
            });
  }
}
