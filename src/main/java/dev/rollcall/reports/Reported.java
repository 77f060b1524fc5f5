package dev.rollcall.reports;

import dev.rollcall.kit.SearchText;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.shared.InvalidInput;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Whose days a report may read: who is asked for, as far as they are in scope.
@Component
class Reported {

    private static final LocalDate FIRST_DATE = LocalDate.of(1971, 1, 3);
    private static final LocalDate LAST_DATE = LocalDate.of(2199, 12, 29);

    private final Directory directory;
    private final LivePresence live;

    Reported(Directory directory, LivePresence live) {
        this.directory = directory;
        this.live = live;
    }

    /// By name.
    List<Agent> of(ReportQuery query, Scope scope) {
        Set<UnitId> units = query.unit() == null ? null : directory.withDescendants(query.unit());
        var text = new SearchText(query.text());
        return in(scope).stream()
                .filter(agent -> units == null || units.contains(agent.unit()))
                .filter(agent -> query.group() == null || agent.groups().contains(query.group()))
                .filter(agent -> query.agent() == null || query.agent().equals(agent.id()))
                .filter(agent -> text.isIn(agent.name(), agent.externalId()))
                .toList();
    }

    /// Everybody in scope, by name.
    List<Agent> in(Scope scope) {
        return directory.everybody().stream()
                .filter(agent -> live.isIn(scope, agent))
                .sorted(Comparator.comparing(Agent::name).thenComparing(Agent::id))
                .toList();
    }

    Optional<Agent> one(AgentId id, Scope scope) {
        return directory.agent(id).filter(agent -> live.isIn(scope, agent));
    }

    /// @throws InvalidInput when a period is turned round, too long or out of this world
    static void check(LocalDate from, LocalDate to, int mostDays) {
        checkDay(from, "/from");
        checkDay(to, "/to");
        if (to.isBefore(from)) {
            throw InvalidInput.of("/to", "The last day is not before the first.");
        }
        if (to.toEpochDay() - from.toEpochDay() >= mostDays) {
            throw InvalidInput.of("/to", "Ask for at most " + mostDays + " days at a time.");
        }
    }

    private static void checkDay(LocalDate day, String pointer) {
        if (day.isBefore(FIRST_DATE) || day.isAfter(LAST_DATE)) {
            throw InvalidInput.of(pointer, "A day lies between 1971 and 2199, not " + day + ".");
        }
    }
}
