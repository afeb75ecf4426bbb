package org.wardbeat.systemtests.process;

/** Something a test has started and must end, whatever happens. */
public interface Part extends AutoCloseable {
  @Override
  void close();
}
