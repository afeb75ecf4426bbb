package org.wardbeat.station.ward;

import java.util.concurrent.CompletableFuture;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;

/**
 * What may be asked of the bridge. May be called by any thread; never blocks. Answers complete on
 * the link's thread, which must not be kept, and never exceptionally.
 */
public interface BridgeRequests {
  /**
   * Has something done. Nothing is sent twice, and nothing counts as done before the bridge says
   * so.
   *
   * @return completes with what became of it, within 3 s
   */
  CompletableFuture<ActResult> act(Operator operator, Operation operation);

  /**
   * Asks for alarms of the past.
   *
   * @return completes with what came, once it is all or nothing more has come for 10 s
   */
  CompletableFuture<AlarmHistory> history(HistoryQuery query);
}
