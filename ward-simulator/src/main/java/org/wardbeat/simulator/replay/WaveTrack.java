package org.wardbeat.simulator.replay;

import java.util.List;
import org.wardbeat.simulator.wfdb.WfdbException;
import org.wardbeat.wire.ward.WaveformChannel;

/** The waves of a record, read frame by frame. Not safe for several threads. */
interface WaveTrack extends AutoCloseable {
  List<WaveformChannel> channels();

  double framesPerSecond();

  long frames();

  int samplesPerFrame(int channel);

  /** Reads up to so many frames; -1 at the end. Missing samples are invalid. */
  int read(int[][] into, int maxFrames) throws WfdbException;

  void rewind() throws WfdbException;

  @Override
  void close() throws WfdbException;
}
