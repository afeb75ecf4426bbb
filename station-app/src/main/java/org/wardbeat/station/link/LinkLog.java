package org.wardbeat.station.link;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.station.ward.LinkEvent;

/** The last events of the link, written to the program's log too. Confined to the link's thread. */
final class LinkLog {
  /** Most events kept. */
  static final int CAPACITY = 200;

  private static final Logger LOG = LoggerFactory.getLogger(LinkLog.class);

  private final InstantSource wall;
  private final Deque<LinkEvent> events = new ArrayDeque<>();
  private long written;

  LinkLog(InstantSource wall) {
    this.wall = wall;
  }

  void info(String words) {
    LOG.info(words);
    add(LinkEvent.Level.INFO, words);
  }

  void warn(String words) {
    LOG.warn(words);
    add(LinkEvent.Level.WARN, words);
  }

  private void add(LinkEvent.Level level, String words) {
    written++;
    events.addFirst(new LinkEvent(wall.instant(), level, words));
    if (events.size() > CAPACITY) {
      events.removeLast();
    }
  }

  /** How many were ever written. */
  long written() {
    return written;
  }

  /** The newest first. */
  List<LinkEvent> events() {
    return List.copyOf(events);
  }
}
