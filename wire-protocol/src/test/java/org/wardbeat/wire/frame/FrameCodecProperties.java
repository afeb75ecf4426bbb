package org.wardbeat.wire.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FrameCodecProperties {
  @Provide
  Arbitrary<Frame> frames() {
    return Frames.any();
  }

  @Property
  void everyFrameSurvivesWhateverTheEpoch(@ForAll("frames") Frame frame, @ForAll long epochMicros)
      throws FrameDecodeException {
    FrameCodec codec = new FrameCodec(epochMicros);
    byte[] bytes = codec.encode(frame);
    assertThat(codec.decode(ByteBuffer.wrap(bytes))).isEqualTo(frame);
  }
}
