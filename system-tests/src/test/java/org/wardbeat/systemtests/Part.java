package org.wardbeat.systemtests;

/** Something a test has started and must end, whatever happens. */
interface Part extends AutoCloseable {
  @Override
  void close();
}
