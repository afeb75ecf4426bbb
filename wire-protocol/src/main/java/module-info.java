/** The contract between bridge and station: vocabulary, frames and the waveform codec. */
module org.wardbeat.wire {
  requires static org.jspecify;

  exports org.wardbeat.wire.frame;
  exports org.wardbeat.wire.ward;
  exports org.wardbeat.wire.waveform;
}
