package org.wardbeat.station.presentation;

import java.util.List;
import org.wardbeat.station.sound.SoundDemand;
import org.wardbeat.station.ward.BedSnapshot;

/**
 * All that the overview shows beside waves.
 *
 * @param phase what link and broker mean for every bed
 * @param top the top bar
 * @param banner the truth line or the not-live banner
 * @param simulated whether any bed's data is simulated
 * @param first index of the first bed shown, among all
 * @param sectors the beds shown, in their order, at most {@link TopBarView#MAX_BEDS}
 * @param strip all alarms
 * @param sound what is to sound
 */
public record OverviewView(
    LinkPhase phase,
    TopBarView top,
    BannerView banner,
    boolean simulated,
    int first,
    List<SectorView> sectors,
    StripView strip,
    SoundDemand sound) {
  public OverviewView {
    sectors = List.copyOf(sectors);
  }

  /** Of all beds those that are shown. */
  public List<BedSnapshot> of(List<BedSnapshot> beds) {
    int end = Math.min(beds.size(), first + sectors.size());
    return first < end ? beds.subList(first, end) : List.of();
  }

  /** The same with other sectors. */
  OverviewView with(List<SectorView> others) {
    return new OverviewView(phase, top, banner, simulated, first, others, strip, sound);
  }
}
