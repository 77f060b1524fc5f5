package dev.rollcall.adherence;

import dev.rollcall.adherence.settings.RulesInForce;
import dev.rollcall.adherence.settings.SeenPair;
import dev.rollcall.adherence.settings.Suggestion;
import dev.rollcall.adherence.settings.UnmappedPairs;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// What days that happened have to say about the settings: which pairs nobody has decided on. Tells
/// sums, never about a person.
@Service
public class RuleEvidence {

    /// How many days back one looks, today included.
    public static final int DAYS = 7;

    private static final int PEOPLE_AT_A_TIME = 200;

    private final AdherenceSettings settings;
    private final WorkingDays workingDays;
    private final Directory directory;
    private final ApplicationClock clock;

    RuleEvidence(
            AdherenceSettings settings,
            WorkingDays workingDays,
            Directory directory,
            ApplicationClock clock) {
        this.settings = settings;
        this.workingDays = workingDays;
        this.directory = directory;
        this.clock = clock;
    }

    /// The pairs that happened within the last days and that the mapping of a level says nothing
    /// of, the most time first. People whose mapping is made further down are left out: it is not
    /// for this level to decide.
    ///
    /// @param unit null for the organisation
    @Requires({Permission.ADHERENCE_WRITE, Permission.SETTINGS_ADMIN})
    public List<SeenPair> unmapped(@Nullable UnitId unit, Scope scope) {
        var today = settings.today(unit);
        var now = clock.instant();
        var inForce = new HashMap<UnitId, RulesInForce>();
        var under = unit == null ? Set.<UnitId>of() : directory.withDescendants(unit);
        var people =
                people(unit, scope).stream()
                        .filter(agent -> {
                            var from =
                                    inForce.computeIfAbsent(
                                                    agent.unit(), id -> settings.inForce(id, today))
                                            .mapping()
                                            .origin()
                                            .unit();
                            return from == null
                                    || from.equals(unit)
                                    || (unit != null && !under.contains(from));
                        })
                        .toList();
        var pairs = new UnmappedPairs();
        for (int first = 0; first < people.size(); first += PEOPLE_AT_A_TIME) {
            var some = people.subList(first, Math.min(people.size(), first + PEOPLE_AT_A_TIME));
            for (var days : workingDays.between(some, today.minusDays(DAYS - 1), today).values()) {
                for (var day : days) {
                    pairs.add(
                            day.agent().id(),
                            day.date(),
                            day.period(),
                            now,
                            day.pieces(),
                            day.segments(),
                            settings.on(day.agent().unit(), today).rules().mapping());
                }
            }
        }
        return pairs.all();
    }

    /// The same with what each obviously counts as by the mapping of today.
    ///
    /// @param unit null for the organisation
    @Requires({Permission.ADHERENCE_WRITE, Permission.SETTINGS_ADMIN})
    public List<Undecided> undecided(@Nullable UnitId unit, Scope scope) {
        var rules = settings.on(unit, settings.today(unit)).rules().mapping().rules();
        return unmapped(unit, scope).stream()
                .map(seen ->
                        new Undecided(
                                seen.activity(),
                                seen.presence(),
                                seen.people(),
                                seen.time(),
                                seen.firstDay(),
                                seen.last(),
                                Suggestion.of(seen.pair(), rules)
                                        .map(Suggestion::verdict)
                                        .orElse(null)))
                .toList();
    }

    private List<Agent> people(@Nullable UnitId unit, Scope scope) {
        var under = unit == null ? null : directory.withDescendants(unit);
        return directory.agents(scope).stream()
                .filter(agent -> under == null || under.contains(agent.unit()))
                .toList();
    }
}
