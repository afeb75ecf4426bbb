package org.wardbeat.simulator.wfdb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads MIT annotation files such as {@code 100.atr}, after annot(5). */
public final class AnnotationFile {
  private static final int MAX_BYTES = 64 << 20;
  private static final int SKIP = 59;
  private static final int NUMBER = 60;
  private static final int SUBTYPE = 61;
  private static final int CHANNEL = 62;
  private static final int TEXT = 63;
  private static final int LAST_CODE = 49;

  private final Path file;
  private final byte[] bytes;
  private final List<Annotation> annotations = new ArrayList<>();
  private int position;
  private long sample;

  private AnnotationFile(Path file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /**
   * Reads all annotations in the order of the file.
   *
   * @throws WfdbException when the file is missing, ends early or is no MIT annotation file
   */
  public static List<Annotation> read(Path file) throws WfdbException {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw WfdbException.at(
            file, "is too large for an annotation file; give a file such as 100.atr.");
      }
      return List.copyOf(new AnnotationFile(file, Files.readAllBytes(file)).read());
    } catch (WfdbException e) {
      throw e;
    } catch (IOException e) {
      throw WfdbException.unreadable(file, e);
    }
  }

  private List<Annotation> read() throws WfdbException {
    while (true) {
      int word = word();
      int code = word >> 10;
      int value = word & 0x3ff;
      if (word == 0) {
        return annotations;
      }
      switch (code) {
        case SKIP -> sample += word() << 16 | word();
        case NUMBER -> amend(code, value, "");
        case SUBTYPE -> amend(code, value, "");
        case CHANNEL -> amend(code, value, "");
        case TEXT -> amend(code, value, text(value));
        default -> add(code, value);
      }
      if (sample < 0) {
        throw malformed("a time of 0 or later");
      }
    }
  }

  private void add(int code, int interval) throws WfdbException {
    if (code > LAST_CODE) {
      throw malformed("an annotation code up to " + LAST_CODE + ", found " + code);
    }
    sample += interval;
    int channel = annotations.isEmpty() ? 0 : annotations.getLast().channel();
    int number = annotations.isEmpty() ? 0 : annotations.getLast().number();
    annotations.add(new Annotation(sample, code, 0, channel, number, ""));
  }

  private void amend(int field, int value, String text) throws WfdbException {
    if (annotations.isEmpty()) {
      throw malformed("an annotation before its details");
    }
    Annotation last = annotations.removeLast();
    annotations.add(
        new Annotation(
            last.sample(),
            last.code(),
            field == SUBTYPE ? (byte) value : last.subtype(),
            field == CHANNEL ? value & 0xff : last.channel(),
            field == NUMBER ? (byte) value : last.number(),
            field == TEXT ? text : last.text()));
  }

  private String text(int length) throws WfdbException {
    if (bytes.length - position < length) {
      throw malformed(length + " bytes of text");
    }
    int end = position;
    while (end < position + length && bytes[end] != 0) {
      end++;
    }
    String text = new String(bytes, position, end - position, StandardCharsets.UTF_8);
    position += length + (length & 1);
    return text;
  }

  private int word() throws WfdbException {
    if (bytes.length - position < 2) {
      throw malformed("the end mark");
    }
    int word = (bytes[position] & 0xff) | (bytes[position + 1] & 0xff) << 8;
    position += 2;
    return word;
  }

  private WfdbException malformed(String expected) {
    return WfdbException.at(
        file, "expected " + expected + " at byte " + position + "; fetch the file again.");
  }
}
