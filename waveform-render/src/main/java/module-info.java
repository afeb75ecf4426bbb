/** Sample rings, filters, the playout clock and the sweep painters. */
module org.wardbeat.render {
  requires transitive javafx.graphics;
  requires static org.jspecify;

  exports org.wardbeat.render.filter;
  exports org.wardbeat.render.playout;
  exports org.wardbeat.render.ring;
  exports org.wardbeat.render.sweep;
  exports org.wardbeat.render.toolkit;
}
