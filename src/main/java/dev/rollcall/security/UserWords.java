package dev.rollcall.security;

import dev.rollcall.people.Directory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Users as the audit log keeps them.
@Component
class UserWords {

    private final Directory directory;
    private final JsonMapper json;

    UserWords(Directory directory, JsonMapper json) {
        this.directory = directory;
        this.json = json;
    }

    String json(UserDraft draft) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("email", draft.email());
        fields.put("name", draft.name());
        fields.put(
                "agent",
                Optional.ofNullable(draft.agent())
                        .flatMap(directory::agent)
                        .map(agent -> agent.externalId())
                        .orElse(null));
        fields.put("enabled", draft.enabled());
        fields.put("roles", draft.assignments().stream().map(this::inWords).sorted().toList());
        return json.writeValueAsString(fields);
    }

    private String inWords(Assignment given) {
        if (given.unit() != null) {
            return given.role()
                    + " in unit "
                    + directory.unit(given.unit()).map(unit -> unit.code()).orElse("?");
        }
        if (given.group() != null) {
            return given.role()
                    + " in group "
                    + directory.group(given.group()).map(group -> group.code()).orElse("?");
        }
        return given.role();
    }
}
