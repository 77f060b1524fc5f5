package dev.rollcall.notifications;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// All kinds of messages there are, and their facts to and from JSON.
@Component
class NoticeKinds {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeKinds.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CODE = Pattern.compile("[a-z0-9.-]{1,60}");

    private final Map<String, NoticeKind<?>> kinds = new HashMap<>();

    NoticeKinds(ObjectProvider<NoticeKind<?>> contributed) {
        contributed.forEach(kind -> {
            if (!CODE.matcher(kind.code()).matches() || kinds.put(kind.code(), kind) != null) {
                throw new IllegalStateException("No code of its own: " + kind.code());
            }
        });
    }

    static String write(Record facts) {
        return JSON.writeValueAsString(facts);
    }

    /// What was told; empty when nobody knows how to word it any more.
    Optional<Notice.Told<?>> read(String code, String facts) {
        return Optional.ofNullable(kinds.get(code)).flatMap(kind -> read(kind, facts));
    }

    private static <D extends Record> Optional<Notice.Told<?>> read(
            NoticeKind<D> kind, String facts) {
        try {
            return Optional.of(new Notice.Told<>(kind, JSON.readValue(facts, kind.facts())));
        } catch (JacksonException e) {
            LOG.warn("Messages of the kind {} cannot be read any more", kind.code());
            return Optional.empty();
        }
    }
}
