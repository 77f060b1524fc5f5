package dev.rollcall.quality;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Scorecards and answers as they are kept.
final class QualityJson {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    // What a record is asked is no part of it.
                    .changeDefaultVisibility(
                            checker -> checker.withIsGetterVisibility(Visibility.NONE))
                    .build();

    private QualityJson() {}

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    static Sheet sheet(String json) {
        return JSON.readValue(json, Sheet.class);
    }

    static Map<String, Answer> answers(String json) {
        return JSON.readValue(json, new TypeReference<LinkedHashMap<String, Answer>>() {});
    }

    static List<String> names(String json) {
        return JSON.readValue(json, new TypeReference<List<String>>() {});
    }
}
