package org.wardbeat.station.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import javax.sound.sampled.Mixer;
import org.junit.jupiter.api.Test;

class SystemMixersTest {
  private static final Mixer.Info HEADSET = new Info("headset");
  private static final Mixer.Info LOUDSPEAKER = new Info("loudspeaker");

  private static final class Info extends Mixer.Info {
    private Info(String name) {
      super(name, "", "", "");
    }
  }

  private static final Mixer PRESENT =
      (Mixer)
          Proxy.newProxyInstance(
              Mixer.class.getClassLoader(),
              new Class<?>[] {Mixer.class},
              (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
              });

  @Test
  void aDeviceThatVanishesAsItIsAskedForCostsNoOther() {
    List<Mixer> present =
        SystemMixers.present(
            List.of(HEADSET, LOUDSPEAKER),
            info -> {
              if (info.equals(HEADSET)) {
                throw new IllegalArgumentException("Mixer not supported: " + info);
              }
              return PRESENT;
            });
    assertThat(present).hasSize(1);
    assertThat(present.getFirst()).isSameAs(PRESENT);
  }
}
