package org.wardbeat.bridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wardbeat.wire.frame.FrameCodec;
import org.wardbeat.wire.frame.FrameDecodeException;
import org.wardbeat.wire.frame.FrameStream;

/** When answers of long polling are sent, on a clock that the test moves. */
class HttpSessionPaceTest {
  private static final byte[] NUMERICS = {0x19, 1};
  private static final byte[] ALARM = {0x1B, 1};
  private static final int GATHER_MILLIS = 100;

  private final FakeClock time = new FakeClock();
  private final EmbeddedChannel channel = new EmbeddedChannel(new ChannelInboundHandlerAdapter());
  private final HttpSessions sessions =
      new HttpSessions(
          new Sessions(
              new DeliveryContext(
                  "bridge",
                  "test",
                  1,
                  new FrameCodec(0),
                  time.clock(),
                  new FakeWard(),
                  new FakeDesk(),
                  new BedTable(),
                  DeliveryLimits.STANDARD),
              List.of(channel.eventLoop())),
          time.clock());
  private final HttpSession session = new HttpSession("key", channel.eventLoop(), sessions);
  private long received;

  HttpSessionPaceTest() {
    channel.freezeTime();
    session.open("test", new HttpBody(exchange(), HttpBody.Mode.POLL, "key", 0), List.of());
  }

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  private HttpExchange exchange() {
    HttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
    return new HttpExchange(channel.pipeline().firstContext(), request, () -> {});
  }

  private void ask() {
    session.ask(exchange(), HttpBody.Mode.POLL, received);
  }

  private void write(byte[] frame) {
    session.write(frame);
    session.flush();
  }

  private void pass(int millis) {
    time.advance(Duration.ofMillis(millis));
    channel.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
    channel.runPendingTasks();
  }

  /** The frames of the answer that was sent, none if none was. */
  private List<byte[]> answered() throws FrameDecodeException {
    List<byte[]> frames = new ArrayList<>();
    FullHttpResponse answer = channel.readOutbound();
    if (answer != null) {
      ByteBuffer body = answer.content().nioBuffer();
      new FrameStream().read(body, frame -> frames.add(bytes(frame)));
      answer.release();
    }
    received += frames.size();
    return frames;
  }

  private static byte[] bytes(ByteBuffer frame) {
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    return bytes;
  }

  @Test
  void firstAnswerIsSentAtOnce() throws FrameDecodeException {
    write(NUMERICS);
    assertThat(answered()).containsExactly(NUMERICS);
  }

  @Test
  void nextAnswerGathersForATenthOfASecond() throws FrameDecodeException {
    write(NUMERICS);
    answered();
    ask();
    write(NUMERICS);
    pass(GATHER_MILLIS - 1);
    assertThat(answered()).isEmpty();
    write(NUMERICS);
    pass(1);
    assertThat(answered()).containsExactly(NUMERICS, NUMERICS);
  }

  @Test
  void alarmWaitsForNothingAndTakesTheRestAlong() throws FrameDecodeException {
    write(NUMERICS);
    answered();
    ask();
    write(NUMERICS);
    write(ALARM);
    assertThat(answered()).containsExactly(NUMERICS, ALARM);
  }

  @Test
  void whatWasWrittenWhileNobodyAskedIsTheNextAnswer() throws FrameDecodeException {
    write(NUMERICS);
    answered();
    write(ALARM);
    assertThat(answered()).isEmpty();
    ask();
    assertThat(answered()).containsExactly(ALARM);
  }

  @Test
  void sessionTakesNoMoreWhileNobodyAsks() throws FrameDecodeException {
    assertThat(session.isWritable()).isTrue();
    write(NUMERICS);
    assertThat(session.isWritable()).isFalse();
    answered();
    ask();
    assertThat(session.isWritable()).isTrue();
  }
}
