package dev.rollcall.presence;

import jakarta.annotation.PostConstruct;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The reasons people can choose from, from memory. A feed may report others: they are kept as
/// unmapped presences.
@Component
public class Reasons {

    private final JdbcClient jdbc;
    private volatile List<Reason> all = List.of();

    Reasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @PostConstruct
    void load() {
        all =
                jdbc.sql(
                                "select code, name_key, base, position, description_required from"
                                        + " presence_reason order by position, code")
                        .query((row, number) ->
                                new Reason(
                                        row.getString("code"),
                                        row.getString("name_key"),
                                        PresenceState.Base.valueOf(row.getString("base")),
                                        row.getInt("position"),
                                        row.getBoolean("description_required")))
                        .list();
    }

    /// In the order in which they are offered.
    public List<Reason> all() {
        return all;
    }

    /// @param code as in `UNAVAILABLE/BREAK`
    public Optional<Reason> find(String code) {
        return all.stream().filter(reason -> reason.code().equals(code)).findFirst();
    }
}
