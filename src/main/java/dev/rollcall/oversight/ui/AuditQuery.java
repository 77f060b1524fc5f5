package dev.rollcall.oversight.ui;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditEntry;
import dev.rollcall.audit.AuditFilter;
import dev.rollcall.kit.BrowseQuery;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an address asks of the audit log: `?deed=CHANGE&who=USER-12&what=agent&which=agent-017
/// &from=2026-03-01&to=2026-03-31`. What cannot be understood is left out.
final class AuditQuery {

    static final String DEED = "deed";
    static final String WHO = "who";
    static final String WHAT = "what";
    static final String WHICH = "which";
    static final String FROM = "from";
    static final String TO = "to";

    private AuditQuery() {}

    /// @param zone the days are meant in
    static AuditFilter filter(BrowseQuery query, ZoneId zone) {
        var who = query.get(WHO).orElse("").split("-", 2);
        var kind = who.length < 2 ? null : constant(Actor.Kind.values(), who[0]);
        return new AuditFilter(
                query.get(DEED).map(deed -> constant(AuditEntry.Kind.values(), deed)).orElse(null),
                kind,
                kind == null ? null : who[1],
                query.get(WHAT).orElse(null),
                query.get(WHICH).orElse(null),
                day(query, FROM).map(day -> start(day, zone)).orElse(null),
                day(query, TO).map(day -> start(day.plusDays(1), zone)).orElse(null));
    }

    /// What addresses call somebody.
    static String key(Actor actor) {
        return actor.kind() + "-" + actor.id();
    }

    static Optional<LocalDate> day(BrowseQuery query, String filter) {
        return query.get(filter)
                .flatMap(text -> {
                    try {
                        return Optional.of(LocalDate.parse(text));
                    } catch (DateTimeException e) {
                        return Optional.empty();
                    }
                });
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] all, String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst().orElse(null);
    }
}
