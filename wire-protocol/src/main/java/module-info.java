/** The contract between bridge and station: vocabulary, frames, waveform codec. */
module org.wardbeat.wire {
  requires static org.jspecify;
}
