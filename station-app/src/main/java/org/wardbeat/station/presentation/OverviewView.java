package org.wardbeat.station.presentation;

import java.util.List;

/**
 * All that the overview shows beside waves.
 *
 * @param phase what link and broker mean for every bed
 * @param top the top bar
 * @param banner the truth line or the not-live banner
 * @param simulated whether any bed's data is simulated
 * @param sectors the beds in their order, at most {@link TopBarView#MAX_BEDS}
 * @param strip the technical conditions
 */
public record OverviewView(
    LinkPhase phase,
    TopBarView top,
    BannerView banner,
    boolean simulated,
    List<SectorView> sectors,
    StripView strip) {
  public OverviewView {
    sectors = List.copyOf(sectors);
  }

  /** The same with other sectors. */
  OverviewView with(List<SectorView> others) {
    return new OverviewView(phase, top, banner, simulated, others, strip);
  }
}
