package org.wardbeat.simulator.scenario;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A YAML document as a tree that knows its lines. */
sealed interface YamlNode {
  /** The line of the file, from 1. */
  int line();

  /** A plain or quoted value. */
  record Scalar(int line, String text) implements YamlNode {}

  /** A list. */
  record Sequence(int line, List<YamlNode> items) implements YamlNode {}

  /** Keys with their values. */
  record Mapping(int line, Map<String, YamlNode> entries, Map<String, Integer> keyLines)
      implements YamlNode {}

  /** Parses one document. */
  static YamlNode parse(String file, String text) throws ScenarioException {
    try (JsonParser parser = new YAMLFactory().createParser(text)) {
      if (parser.nextToken() == null) {
        throw ScenarioException.at(file, 1, "is empty; expected \"events:\" and a list.");
      }
      YamlNode root = node(file, parser);
      if (parser.nextToken() != null) {
        throw ScenarioException.at(file, line(parser), "expected one document only.");
      }
      return root;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      String reason = e.getOriginalMessage().lines().findFirst().orElse("malformed");
      throw ScenarioException.at(file, line, "is no YAML (" + reason + "); correct it.");
    } catch (ScenarioException e) {
      throw e;
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory is always readable", e);
    }
  }

  private static YamlNode node(String file, JsonParser parser) throws IOException {
    int line = line(parser);
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_ARRAY) {
      List<YamlNode> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(node(file, parser));
      }
      return new Sequence(line, items);
    }
    if (token == JsonToken.START_OBJECT) {
      Map<String, YamlNode> entries = new LinkedHashMap<>();
      Map<String, Integer> keyLines = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        keyLines.put(key, line(parser));
        parser.nextToken();
        if (entries.put(key, node(file, parser)) != null) {
          throw ScenarioException.at(file, line(parser), "\"" + key + "\" is given twice.");
        }
      }
      return new Mapping(line, entries, keyLines);
    }
    return new Scalar(line, parser.getText());
  }

  private static int line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }
}
