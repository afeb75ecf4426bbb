package org.wardbeat.bridge.mqtt;

/** What becomes of a message that was sent, on a thread of the client library. */
interface PublishEvents {
  /** The broker has it. */
  void confirmed();

  /**
   * The broker does not want it.
   *
   * @param code the reason code of MQTT 5, at least 0x80
   */
  void refused(int code);

  /** It may not have come. */
  void failed();
}
