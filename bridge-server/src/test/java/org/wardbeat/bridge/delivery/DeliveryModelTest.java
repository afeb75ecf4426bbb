package org.wardbeat.bridge.delivery;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.wardbeat.bridge.delivery.ModelWorld.Act;
import org.wardbeat.bridge.delivery.ModelWorld.Step;

/**
 * Sessions under anything that may happen at once, against a station that checks each frame and, at
 * the end, that it has what the ward is: 10,000 courses of events a run.
 */
class DeliveryModelTest {
  @Provide
  Arbitrary<List<Step>> courses() {
    Arbitrary<Integer> any = Arbitraries.integers().between(0, 999);
    return Combinators.combine(Arbitraries.of(Act.class), Arbitraries.integers().between(0, 2), any)
        .as(Step::new)
        .list()
        .ofMaxSize(60);
  }

  @Property(tries = 10_000)
  void aStationHasWhatItAskedForOrIsToldWhatItMisses(@ForAll("courses") List<Step> course) {
    ModelWorld world = new ModelWorld();
    course.forEach(world::step);
    world.comeToRest();
  }
}
