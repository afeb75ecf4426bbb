package org.wardbeat.station.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A JSON object with a setting each: {@code {"language": "de", "volume": 80}}. An administrator's
 * file has a list {@code "locked"} of keys besides. Nothing else may be in it.
 *
 * @param settings what it sets
 * @param locked what nobody else may set
 * @param leftOut what could not be used, and harms nothing else, a sentence each
 */
record SettingsFile(Settings settings, Set<Setting<?>> locked, List<String> leftOut) {
  static final SettingsFile NONE = new SettingsFile(Settings.INITIAL, Set.of(), List.of());

  private static final String LOCKED = "locked";
  private static final long MOST_BYTES = 1 << 20;
  private static final int MOST_QUOTED = 80;
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  SettingsFile {
    locked = Set.copyOf(locked);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Reads a file; one that is not there sets nothing. Of a user's file, what is not as it should be
   * is left out; an administrator's counts as a whole, but for entries of lists.
   *
   * @param allowed which settings may stand in it
   * @param mayLock whether it is the administrator's
   * @throws SettingsProblem if it cannot be read, or is no such file
   */
  static SettingsFile read(Path file, Predicate<Setting<?>> allowed, boolean mayLock)
      throws SettingsProblem {
    if (!Files.exists(file)) {
      return NONE;
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new SettingsProblem(file + ": expected at most " + MOST_BYTES + " bytes.");
      }
      try (JsonParser parser = MAPPER.createParser(file.toFile())) {
        return read(file, parser, allowed, mayLock);
      }
    } catch (JsonProcessingException e) {
      throw new SettingsProblem(
          file
              + ", line "
              + e.getLocation().getLineNr()
              + ": expected JSON, but "
              + e.getOriginalMessage().lines().findFirst().orElse("it is not"));
    } catch (IOException e) {
      throw new SettingsProblem(file + " cannot be read: " + e.getMessage());
    }
  }

  private static SettingsFile read(
      Path file, JsonParser parser, Predicate<Setting<?>> allowed, boolean mayLock)
      throws IOException, SettingsProblem {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw wrong(file, 1, "an object of settings in braces");
    }
    Settings settings = Settings.INITIAL;
    Set<Setting<?>> locked = new HashSet<>();
    List<String> leftOut = new ArrayList<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      int line = parser.currentTokenLocation().getLineNr();
      parser.nextToken();
      JsonNode node = MAPPER.readTree(parser);
      try {
        if (mayLock && key.equals(LOCKED)) {
          lock(file, line, node, locked);
        } else {
          Setting<?> setting =
              Setting.of(key)
                  .filter(allowed)
                  .orElseThrow(() -> wrong(file, line, "no \"" + shortened(key) + "\" here"));
          settings = with(settings, setting, node, file, line);
          setting
              .form()
              .leftOut(node)
              .map(said -> wrong(file, line, "in \"" + key + "\" " + said).sentence())
              .ifPresent(leftOut::add);
        }
      } catch (SettingsProblem e) {
        if (mayLock) {
          throw e;
        }
        leftOut.add(e.sentence());
      }
    }
    if (parser.nextToken() != null) {
      throw wrong(file, parser.currentTokenLocation().getLineNr(), "nothing after the last brace");
    }
    return new SettingsFile(settings, locked, leftOut);
  }

  private static <T> Settings with(
      Settings settings, Setting<T> setting, JsonNode node, Path file, int line)
      throws SettingsProblem {
    Optional<T> value = setting.form().read(node);
    if (value.isEmpty()) {
      throw wrong(
          file,
          line,
          setting.form().expected()
              + " for \""
              + setting.key()
              + "\", got "
              + shortened(node.toString()));
    }
    return settings.with(setting, value.get());
  }

  /** What stands in a file may be long. */
  private static String shortened(String text) {
    return text.length() <= MOST_QUOTED ? text : text.substring(0, MOST_QUOTED) + "…";
  }

  private static void lock(Path file, int line, JsonNode node, Set<Setting<?>> locked)
      throws SettingsProblem {
    for (JsonNode each : node) {
      locked.add(
          Setting.of(each.asText())
              .orElseThrow(() -> wrong(file, line, "names of settings to lock, got " + each)));
    }
    if (!node.isArray()) {
      throw wrong(file, line, "a list of settings to lock");
    }
  }

  private static SettingsProblem wrong(Path file, int line, String expected) {
    return new SettingsProblem(file + ", line " + line + ": expected " + expected + ".");
  }

  /** Writes settings so that a reader finds either all of the old ones or all of the new. */
  static void write(Path file, Settings settings) throws IOException {
    ObjectNode all = MAPPER.createObjectNode();
    for (Setting<?> setting : Setting.ALL) {
      put(all, settings, setting);
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    long writer = ProcessHandle.current().pid(); // another station may write at the same time
    Path next = file.resolveSibling(file.getFileName() + "." + writer + ".new");
    byte[] text =
        (MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n").getBytes(UTF_8);
    try {
      force(next, text);
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  private static void force(Path file, byte[] text) throws IOException {
    try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(text);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true); // else the name may reach the disk before what it names
    }
  }

  private static <T> void put(ObjectNode all, Settings settings, Setting<T> setting) {
    if (settings.has(setting)) {
      all.set(setting.key(), setting.form().write(settings.get(setting)));
    }
  }
}
