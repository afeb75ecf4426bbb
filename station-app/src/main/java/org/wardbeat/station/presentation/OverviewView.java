package org.wardbeat.station.presentation;

import java.util.ArrayList;
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
 * @param places of each sector the index of its bed among all
 * @param sectors the beds shown, in their order, at most {@link TopBarView#MAX_BEDS}
 * @param strip all alarms
 * @param sound what is to sound
 */
public record OverviewView(
    LinkPhase phase,
    TopBarView top,
    BannerView banner,
    boolean simulated,
    List<Integer> places,
    List<SectorView> sectors,
    StripView strip,
    SoundDemand sound) {
  public OverviewView {
    places = List.copyOf(places);
    sectors = List.copyOf(sectors);
  }

  /** Of all beds those that are shown. */
  public List<BedSnapshot> of(List<BedSnapshot> beds) {
    List<BedSnapshot> shown = new ArrayList<>(places.size());
    for (int place : places) {
      if (place < beds.size()) {
        shown.add(beds.get(place));
      }
    }
    return shown;
  }

  /** The same with other sectors. */
  OverviewView with(List<SectorView> others) {
    return new OverviewView(phase, top, banner, simulated, places, others, strip, sound);
  }
}
