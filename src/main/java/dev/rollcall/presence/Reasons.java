package dev.rollcall.presence;

import dev.rollcall.kit.Words;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.schedule.Category;
import jakarta.annotation.PostConstruct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The reasons people can choose from, from memory. A feed may report others: they are kept as
/// unmapped presences.
@Component
public class Reasons {

    private static final int BETWEEN = 10;

    private final JdbcClient jdbc;
    private volatile List<Reason> all = List.of();

    Reasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @PostConstruct
    void load() {
        all = stored();
    }

    /// Why somebody can be unavailable: all there ever were, in the order in which they are
    /// offered.
    public List<Reason> all() {
        return all.stream().filter(reason -> reason.base() != Base.AWAY).toList();
    }

    /// What is offered today to somebody who wants to be unavailable, in order.
    public List<Reason> offered() {
        return all().stream().filter(reason -> !reason.retired()).toList();
    }

    /// What is offered today to somebody who clocks out, in order.
    public List<Reason> toClockOut() {
        return everyReason().stream()
                .filter(reason -> reason.base() == Base.AWAY && !reason.retired())
                .toList();
    }

    /// All there ever were, those to clock out included.
    public List<Reason> everyReason() {
        return all;
    }

    /// @param code as in `UNAVAILABLE/BREAK`, or one to clock out with
    public Optional<Reason> find(String code) {
        return all.stream().filter(reason -> reason.code().equals(code)).findFirst();
    }

    /// What people call a state: its reason, or else its status. A code nobody named is said as it
    /// is.
    public String name(PresenceState state, Words words) {
        return state.reason()
                .map(code -> find(code).map(reason -> reason.name(words)).orElse(code))
                .orElseGet(() -> words.get("presence.state." + state.base()));
    }

    /// What somebody is who does what is planned: available for work, and else unavailable for the
    /// reason of the same code; empty when no reason on offer says it by itself.
    ///
    /// @param activity the activity's code
    public Optional<PresenceState> planned(String activity, Category category) {
        return category == Category.WORK
                ? Optional.of(PresenceState.AVAILABLE)
                : offered().stream()
                        .filter(reason -> reason.code().equals(activity))
                        .filter(reason -> !reason.descriptionRequired())
                        .findFirst()
                        .map(Reason::state);
    }

    List<Reason> stored() {
        return jdbc.sql(
                        """
                        select code, name_key, own_name, base, position, description_required, icon,
                            limit_minutes, retired
                        from presence_reason order by position, code
                        """)
                .query((row, _) -> reason(row))
                .list();
    }

    private static Reason reason(ResultSet row) throws SQLException {
        int limit = row.getInt("limit_minutes");
        boolean unlimited = row.wasNull();
        return new Reason(
                row.getString("code"),
                row.getString("name_key"),
                row.getString("own_name"),
                Base.valueOf(row.getString("base")),
                row.getInt("position"),
                row.getBoolean("description_required"),
                ReasonIcon.valueOf(row.getString("icon")),
                unlimited ? null : Duration.ofMinutes(limit),
                row.getBoolean("retired"));
    }

    /// Writes them in their order, new ones included.
    void write(List<ReasonDraft> drafts) {
        int position = 0;
        for (var draft : drafts) {
            position += BETWEEN;
            if (update(draft, position) == 0) {
                jdbc.sql(
                                """
                                insert into presence_reason (own_name, position,
                                    description_required, icon, limit_minutes, retired, base, code)
                                values (?, ?, ?, ?, ?, ?, ?, ?)
                                """)
                        .params(values(draft, position, draft.base().name()))
                        .update();
            }
        }
    }

    private int update(ReasonDraft draft, int position) {
        return jdbc.sql(
                        """
                        update presence_reason
                        set own_name = ?, position = ?, description_required = ?, icon = ?,
                            limit_minutes = ?, retired = ?
                        where base = ? and code = ?
                        """)
                .params(values(draft, position, draft.base().name()))
                .update();
    }

    private static List<@Nullable Object> values(ReasonDraft draft, int position, String base) {
        var values = new ArrayList<@Nullable Object>();
        values.add(draft.ownName());
        values.add(position);
        values.add(draft.descriptionRequired());
        values.add(draft.icon().name());
        values.add(draft.limit() == null ? null : draft.limit().toMinutes());
        values.add(draft.retired());
        values.add(base);
        values.add(draft.code());
        return values;
    }
}
