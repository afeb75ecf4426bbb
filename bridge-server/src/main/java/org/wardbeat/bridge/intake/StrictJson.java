package org.wardbeat.bridge.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON payloads strictly: NaN, comments, members twice and anything after the object are
 * refused. Texts of the payload never get into a refusal, as they may be a patient's. Thread-safe.
 */
public final class StrictJson {
  private final ObjectReader reader;

  /**
   * @param maxBytes longest payload
   */
  public StrictJson(int maxBytes) {
    StreamReadConstraints limits =
        StreamReadConstraints.builder()
            .maxDocumentLength(maxBytes)
            .maxNestingDepth(16)
            .maxNumberLength(40)
            .maxStringLength(maxBytes)
            .maxNameLength(256)
            .build();
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(limits)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    reader =
        JsonMapper.builder(factory)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .reader();
  }

  /**
   * Reads one object.
   *
   * @param place the topic it came on
   * @throws RefusedException if it is not one JSON object
   */
  public JsonMember root(String place, byte[] payload) throws RefusedException {
    try {
      JsonNode node = reader.readTree(payload);
      if (node != null && node.isObject()) {
        return new JsonMember(place, node);
      }
    } catch (JsonProcessingException e) {
      throw refused(place, e.getLocation());
    } catch (IOException | NumberFormatException e) { // the latter of an exponent beyond 31 bits
      throw refused(place, null);
    }
    throw refused(place, null);
  }

  /** Jackson's own words may quote the payload, so only its place is used. */
  private static RefusedException refused(String place, @Nullable JsonLocation location) {
    String where =
        location == null
            ? ""
            : ", which it stops being at line %d, column %d"
                .formatted(location.getLineNr(), location.getColumnNr());
    return new RefusedException(
        Reason.JSON, place, "expected one JSON object%s; the message was refused".formatted(where));
  }
}
