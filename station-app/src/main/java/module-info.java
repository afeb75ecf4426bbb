/**
 * The station: the link to the bridge, the ward as it is known here, and the screens that show it.
 */
module org.wardbeat.station {
  requires com.fasterxml.jackson.databind;
  requires HdrHistogram;
  requires info.picocli;
  requires java.desktop;
  requires java.management;
  requires java.net.http;
  requires javafx.controls;
  requires org.controlsfx.controls;
  requires org.slf4j;
  requires org.wardbeat.render;
  requires org.wardbeat.wire;
  requires static org.jspecify;

  opens org.wardbeat.station to
      info.picocli,
      javafx.graphics;
}
