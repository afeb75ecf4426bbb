package org.wardbeat.wire.frame;

/** The first byte of each frame. */
enum FrameType {
  HELLO(0x01, "Hello"),
  SUBSCRIBE(0x02, "Subscribe"),
  HEARTBEAT_ECHO(0x03, "HeartbeatEcho"),
  ALARM_RECEIPT(0x04, "AlarmReceipt"),
  ACT(0x05, "Act"),
  ALARM_QUERY(0x06, "AlarmQuery"),
  WELCOME(0x10, "Welcome"),
  BED(0x11, "Bed"),
  BED_REMOVED(0x12, "BedRemoved"),
  DEVICE_STATE(0x13, "DeviceState"),
  NUMERICS(0x14, "Numerics"),
  WAVEFORM(0x15, "Waveform"),
  GAP(0x16, "Gap"),
  END_OF_SNAPSHOT(0x17, "EndOfSnapshot"),
  HEARTBEAT(0x18, "Heartbeat"),
  NUMERICS_DELTA(0x19, "NumericsDelta"),
  WAVEFORM_NEXT(0x1A, "WaveformNext"),
  ALARM_EVENT(0x1B, "AlarmEvent"),
  BROKER(0x1C, "Broker"),
  BRIDGE_FIGURES(0x1D, "BridgeFigures"),
  SOURCE_FIGURES(0x1E, "SourceFigures"),
  ACT_ANSWER(0x1F, "ActAnswer"),
  ALARMS_HELD_BACK(0x20, "AlarmsHeldBack"),
  BED_LIMITS(0x21, "BedLimits"),
  BED_SCORE(0x22, "BedScore"),
  ALARM_RECORDS(0x23, "AlarmRecords"),
  BED_STAY(0x24, "BedStay"),
  BYE(0x7F, "Bye");

  private final int code;
  private final String label;

  FrameType(int code, String label) {
    this.code = code;
    this.label = label;
  }

  int code() {
    return code;
  }

  String label() {
    return label;
  }

  static FrameType of(int code) throws FrameDecodeException {
    for (FrameType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new FrameDecodeException(
        DecodeError.UNKNOWN_TYPE, "frame: expected a known type, got 0x%02X".formatted(code));
  }
}
