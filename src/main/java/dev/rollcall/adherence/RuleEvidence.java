package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.Engine;
import dev.rollcall.adherence.engine.Rules;
import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.adherence.settings.Replay;
import dev.rollcall.adherence.settings.RulesInForce;
import dev.rollcall.adherence.settings.SeenPair;
import dev.rollcall.adherence.settings.UnmappedPairs;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.Percent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// What days that happened have to say about the settings: which pairs nobody has decided on, and
/// what other rules would have made of the last working day. Tells sums, never about a person.
@Service
public class RuleEvidence {

    /// How many days back one looks, today included.
    public static final int DAYS = 7;

    /// A figure over fewer people says something about each of them.
    private static final int FEWEST = 5;

    private static final int PEOPLE_AT_A_TIME = 200;

    private final AdherenceSettings settings;
    private final WorkingDays workingDays;
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;

    RuleEvidence(
            AdherenceSettings settings,
            WorkingDays workingDays,
            Directory directory,
            Access access,
            ApplicationClock clock) {
        this.settings = settings;
        this.workingDays = workingDays;
        this.directory = directory;
        this.access = access;
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

    /// What other settings of a level would have made of the last day on which anybody was
    /// scheduled; empty when nobody was within the last week.
    ///
    /// @param unit null for the organisation
    /// @param form the settings to try, as from its first day on
    /// @throws dev.rollcall.shared.InvalidInput naming every bad field
    @Requires({Permission.ADHERENCE_WRITE, Permission.SETTINGS_ADMIN})
    public Optional<Replay> replay(@Nullable UnitId unit, SettingsForm form, Scope scope) {
        form.check();
        var today = settings.today(unit);
        var people = people(unit, scope);
        for (int back = 1; back <= DAYS; back++) {
            var found =
                    replay(
                            unit,
                            form,
                            people,
                            today.minusDays(back),
                            form.effectiveFrom() == null ? today : form.effectiveFrom());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Replay> replay(
            @Nullable UnitId unit,
            SettingsForm form,
            List<Agent> people,
            LocalDate date,
            LocalDate rulesOf) {
        Map<UnitId, RulesInForce> others = new HashMap<>();
        var now = clock.instant();
        var before = Tally.NONE;
        var after = Tally.NONE;
        int judged = 0;
        int moved = 0;
        for (int first = 0; first < people.size(); first += PEOPLE_AT_A_TIME) {
            var some = people.subList(first, Math.min(people.size(), first + PEOPLE_AT_A_TIME));
            for (var day : workingDays.on(some, date).values()) {
                if (day.pieces().stream()
                        .noneMatch(piece ->
                                piece.start().isBefore(day.period().end())
                                        && piece.end().isAfter(day.period().start()))) {
                    continue;
                }
                var home = day.agent().unit();
                var inForce = settings.on(home, rulesOf);
                var asIs = score(day, inForce.rules(), inForce.chainsExcuses(), now);
                var tried =
                        others.computeIfAbsent(home, id -> settings.with(form, unit, id, rulesOf));
                var otherwise = score(day, tried.toRules(), tried.chainedExcuse().value(), now);
                before = before.plus(asIs);
                after = after.plus(otherwise);
                judged++;
                moved += shown(asIs).equals(shown(otherwise)) ? 0 : 1;
            }
        }
        if (judged == 0) {
            return Optional.empty();
        }
        boolean tooFew = judged < FEWEST && !access.viewer().may(Permission.ADHERENCE_VIEW);
        return Optional.of(
                new Replay(
                        date,
                        tooFew ? Optional.empty() : before.percent(),
                        tooFew ? Optional.empty() : after.percent(),
                        judged,
                        tooFew ? 0 : moved,
                        tooFew));
    }

    private static Tally score(WorkingDay day, Rules rules, boolean chains, Instant now) {
        return Engine.assess(day.asOf(now, rules, chains), rules).score();
    }

    private static Optional<java.math.BigDecimal> shown(Tally tally) {
        return tally.percent().map((Percent percent) -> percent.rounded(1));
    }

    private List<Agent> people(@Nullable UnitId unit, Scope scope) {
        var under = unit == null ? null : directory.withDescendants(unit);
        return directory.agents(scope).stream()
                .filter(agent -> under == null || under.contains(agent.unit()))
                .toList();
    }
}
