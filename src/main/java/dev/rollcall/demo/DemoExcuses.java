package dev.rollcall.demo;

import dev.rollcall.adherence.Adherence;
import dev.rollcall.adherence.AdherenceSettings;
import dev.rollcall.adherence.SettingsForm;
import dev.rollcall.adherence.engine.Deviation;
import dev.rollcall.excuses.ExcuseDraft;
import dev.rollcall.excuses.Excuses;
import dev.rollcall.excuses.ExplanationDraft;
import dev.rollcall.excuses.Explanations;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What the demo's supervisors excused already, and what waits for them: the telephone system was
/// down for half an hour, a few people were excused for what they had done, and two have explained
/// what they are about. Once, as soon as today's floor is told.
@Component
@Profile("demo")
class DemoExcuses {

    private static final Duration WORTH_A_WORD = Duration.ofMinutes(4);
    private static final Duration NO_SMALL_MATTER = Duration.ofMinutes(40);

    /// What is done about one person after the other: a reason, what they said, and whether they
    /// said it themselves and wait.
    private record Told(String reason, String text, boolean waits) {}

    private static final List<Told> TOLD =
            List.of(
                    new Told("CALL_OVERRAN", "The customer had three more questions", true),
                    new Told("HELPED_COLLEAGUE", "Showed Mia the new refund form", false),
                    new Told("PULLED_INTO_MEETING", "Escalation with the second level", false),
                    new Told("OTHER", "My headset broke and I fetched another one", true),
                    new Told("WRONG_PLAN", "", false));

    private final Excuses excuses;
    private final Explanations explanations;
    private final Adherence adherence;
    private final AdherenceSettings settings;
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;
    private boolean settled;

    DemoExcuses(
            Excuses excuses,
            Explanations explanations,
            Adherence adherence,
            AdherenceSettings settings,
            Directory directory,
            Access access,
            ApplicationClock clock) {
        this.excuses = excuses;
        this.explanations = explanations;
        this.adherence = adherence;
        this.settings = settings;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    // Each look at somebody's day is written down.
    @Scheduled(initialDelay = 12, fixedDelay = 240, timeUnit = TimeUnit.SECONDS)
    void look() {
        if (!settled) {
            access.asSystem("demo", () -> settled = settle());
        }
    }

    private boolean settle() {
        if (!excuses.page(null, null, Long.MAX_VALUE, 1, Scope.everyone()).isEmpty()) {
            return true;
        }
        var people =
                Roster.PEOPLE.stream()
                        .flatMap(person -> directory.agent(person.externalId()).stream())
                        .toList();
        var late =
                people.stream()
                        .flatMap(person -> latest(person).stream())
                        .limit(TOLD.size())
                        .toList();
        if (people.size() < Roster.PEOPLE.size() || late.size() < TOLD.size()) {
            return false;
        }
        chain();
        outage();
        for (int i = 0; i < late.size(); i++) {
            tell(late.get(i), TOLD.get(i));
        }
        return true;
    }

    private record Late(Agent agent, Instant from, Instant until) {}

    /// The last time today somebody was out for long enough to talk about, and is no longer.
    private Optional<Late> latest(Agent agent) {
        return adherence.timeline(agent.id(), null, Scope.everyone()).stream()
                .flatMap(day ->
                        day.assessment().deviations().stream()
                                .filter(deviation -> deviation.end().isBefore(day.asOf()))
                                .filter(DemoExcuses::isWorthAWord))
                .reduce((_, later) -> later)
                .map(deviation -> new Late(agent, deviation.start(), deviation.end()));
    }

    private static boolean isWorthAWord(Deviation deviation) {
        return deviation.counted().compareTo(WORTH_A_WORD) > 0
                && deviation.duration().compareTo(NO_SMALL_MATTER) < 0
                && deviation.impact() != Deviation.Impact.POSITIVE;
    }

    private void tell(Late late, Told told) {
        if (told.waits()) {
            explanations.explainFor(
                    late.agent().id(),
                    new ExplanationDraft(late.from(), late.until(), told.reason(), told.text()));
        } else {
            excuses.give(
                    ExcuseDraft.of(
                            Set.of(late.agent().id()),
                            late.from(),
                            late.until(),
                            told.reason(),
                            told.text()));
        }
    }

    private void outage() {
        var from = clock.instant().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofMinutes(58));
        directory
                .unit("north")
                .ifPresent(unit ->
                        excuses.give(
                                ExcuseDraft.in(
                                        unit.id(),
                                        from,
                                        from.plus(Duration.ofMinutes(29)),
                                        "SYSTEM_OUTAGE",
                                        "Telephone system down")));
    }

    /// The demo gives breaks back that contacts run into.
    private void chain() {
        @Nullable LocalDate today = null;
        var own = settings.ownToday(null, Scope.everyone());
        settings.save(
                null,
                new SettingsForm(
                        own.mapping(),
                        own.unmapped(),
                        own.unscheduled(),
                        own.grace(),
                        own.workingPresences(),
                        own.severeSeconds(),
                        own.targetPercent(),
                        true,
                        today),
                null,
                "Breaks that calls run into are given back",
                Scope.everyone(),
                access.viewer().actor());
    }
}
