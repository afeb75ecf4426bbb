package org.wardbeat.station.theme;

import javafx.scene.shape.SVGPath;

/** Icons in a box of 20 px, drawn as outlines in the colour of their style class. */
public enum Icon {
  /** The program's mark: a beat in a frame. */
  BEAT(
      "M4.5 1.5h11a3 3 0 0 1 3 3v11a3 3 0 0 1-3 3h-11a3 3 0 0 1-3-3v-11a3 3 0 0 1 3-3z"
          + "M4.5 10.5h2.4l1.6-4.5 2.6 8.5 2-6 1 2h1.9"),
  /** Link good; filled. */
  DOT("M10 6.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7z"),
  /** Caution. */
  TRIANGLE("M10 2.8l8 14.2h-16zM10 8v4.2M10 14.4v.3"),
  /** Offline. */
  CROSS("M5 5l10 10M15 5l-10 10"),
  /** Not live. */
  OCTAGON_CROSS(
      "M6.7 2h6.6l4.7 4.7v6.6l-4.7 4.7h-6.6l-4.7-4.7v-6.6zM7.2 7.2l5.6 5.6M12.8 7.2l-5.6 5.6"),
  /** Electrodes on. */
  ELECTRODE("M7 7a3.2 3.2 0 1 1 0 6.4a3.2 3.2 0 1 1 0-6.4zM7 10.1v.2M10.2 10.2h7.3"),
  /** An electrode off. */
  ELECTRODE_OFF(
      "M7 7a3.2 3.2 0 1 1 0 6.4a3.2 3.2 0 1 1 0-6.4zM10.2 10.2h2.2M15.2 10.2h2.3M12.2 6.6l3 7.2"),
  /** Age. */
  CLOCK("M10 3a7 7 0 1 1 0 14a7 7 0 1 1 0-14zM10 6v4.2l2.8 1.8"),
  /** Passed, in use. */
  CHECK("M3.5 10.5l4.5 4.5l8.5-10"),
  /** Ready, not in use. */
  RING("M10 5a5 5 0 1 1 0 10a5 5 0 1 1 0-10z"),
  /** Beds. */
  TILES("M3 3h5.5v5.5h-5.5zM11.5 3h5.5v5.5h-5.5zM3 11.5h5.5v5.5h-5.5zM11.5 11.5h5.5v5.5h-5.5z"),
  /** What was, one after the other. */
  LIST("M3 5h.5M7 5h10M3 10h.5M7 10h10M3 15h.5M7 15h10"),
  /** Diagnostics. */
  SLIDERS("M3 5.5h7M14 5.5h3M12 3.5v4M3 14.5h3M10 14.5h7M8 12.5v4"),
  /** Settings. */
  GEAR(
      "M10 7a3 3 0 1 1 0 6a3 3 0 1 1 0-6zM8.6 2h2.8l.5 2.2l1.5.7l2-1.1l1.9 1.9l-1.1 2l.7"
          + " 1.5l2.1.4v2.8l-2.1.4l-.7 1.5l1.1 2l-1.9 1.9l-2-1.1l-1.5.7l-.5"
          + " 2.2h-2.8l-.5-2.2l-1.5-.7l-2"
          + " 1.1l-1.9-1.9l1.1-2l-.7-1.5l-2.1-.4v-2.8l2.1-.4l.7-1.5l-1.1-2l1.9-1.9l2 1.1l1.5-.7z"),
  /** Only the administrator changes it. */
  LOCK("M5 9h10v8h-10zM7 9v-2.5a3 3 0 0 1 6 0v2.5"),
  /** What keys do. */
  QUESTION("M7.2 7.4a2.8 2.8 0 1 1 4 2.5q-1.2.6-1.2 2.1M10 15.2v.3"),
  /** To a file. */
  DOWNLOAD("M10 3v9M6 8.5l4 4l4-4M3.5 13v3.5h13v-3.5"),
  /** Alarms can be heard. */
  SPEAKER_WAVES(
      "M2.5 7.5h3l4-3.5v12l-4-3.5h-3zM12.5 7.5a3.5 3.5 0 0 1 0 5M14.8 5.2a7 7 0 0 1 0 9.6"),
  /** Alarms are not heard for a time. */
  SPEAKER_BARS("M2.5 7.5h3l4-3.5v12l-4-3.5h-3zM13 7v6M16.5 7v6"),
  /** Alarms are not heard. */
  SPEAKER_CROSS("M2.5 7.5h3l4-3.5v12l-4-3.5h-3zM13 8l4 4M17 8l-4 4"),
  /** A limit is not watched. */
  BELL_OFF("M5.5 13.5v-4.5a4.5 4.5 0 0 1 9 0v4.5l1.5 1.5h-12zM8.5 17.5h3M3 3l14 14"),
  /** Others are called too. */
  ESCALATED("M4.5 10l5.5-5.5l5.5 5.5M4.5 16l5.5-5.5l5.5 5.5"),
  /** Find. */
  SEARCH("M8.5 3a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11zM12.6 12.6l4.4 4.4"),
  /** Somebody. */
  PERSON("M10 3.2a3.2 3.2 0 1 1 0 6.4a3.2 3.2 0 1 1 0-6.4zM4 17a6 6 0 0 1 12 0"),
  /** Observations. */
  CLIPBOARD("M5 4h10v13h-10zM7.5 2.5h5v3h-5zM7.5 9h5M7.5 12.5h5"),
  /** The patient is away. */
  MOON("M15.5 12.5a7 7 0 1 1-8-9.5a5.5 5.5 0 0 0 8 9.5z"),
  /** To where one came from. */
  BACK("M12.5 4l-6 6l6 6"),
  /** A moment is held. */
  FREEZE("M6.5 4v12M13.5 4v12"),
  /** A length is measured. */
  RULER("M2.5 7h15v6h-15zM5.5 7v2.5M8.5 7v2.5M11.5 7v2.5M14.5 7v2.5"),
  /** Try again. */
  RETRY("M16 10a6 6 0 1 1-1.9-4.4M16.4 2.6v3.6h-3.6");

  private final String path;

  Icon(String path) {
    this.path = path;
  }

  /** Has a node that shows an icon show this one. */
  public void showOn(SVGPath shape) {
    if (!path.equals(shape.getContent())) {
      shape.setContent(path);
    }
  }

  /** A new node of this icon with the style class {@code icon}. */
  public SVGPath node() {
    SVGPath shape = new SVGPath();
    shape.setContent(path);
    shape.getStyleClass().add("icon");
    shape.setMouseTransparent(true);
    return shape;
  }
}
