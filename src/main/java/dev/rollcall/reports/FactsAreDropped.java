package dev.rollcall.reports;

import dev.rollcall.adherence.ExcusesChanged;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.presence.TimelinesRewritten;
import dev.rollcall.schedule.ScheduleChanged;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Drops what was added up of a day when what it stands on changes: in the transaction that changes
/// it, so that no reader and no crash finds the one without the other. Second in turn with others
/// who do the like, so that no two wait for each other crosswise. Rules need no dropping: a day
/// says what it was judged by.
@Component
class FactsAreDropped {

    private static final Instant FIRST = Instant.parse("1970-01-03T00:00:00Z");
    private static final Instant LAST = Instant.parse("2199-12-29T00:00:00Z");

    private final Facts facts;
    private final Directory directory;

    FactsAreDropped(Facts facts, Directory directory) {
        this.facts = facts;
        this.directory = directory;
    }

    /// Days from one to another.
    private record Days(LocalDate from, LocalDate to) {}

    @Order(1)
    @EventListener
    void on(TimelinesRewritten rewritten) {
        var touched = new HashMap<Days, Set<AgentId>>();
        for (var stretch : rewritten.stretches()) {
            if (facts.mayTouch(stretch.from())) {
                add(
                        touched,
                        stretch.agent(),
                        () -> days(stretch.agent(), stretch.from(), stretch.to()));
            }
        }
        drop(touched);
    }

    @Order(1)
    @EventListener
    void on(ScheduleChanged change) {
        var touched = new HashMap<Days, Set<AgentId>>();
        for (var day : change.days()) {
            add(
                    touched,
                    day.agent(),
                    () -> new Days(day.date().minusDays(1), day.date().plusDays(1)));
        }
        drop(touched);
    }

    @Order(1)
    @EventListener
    void on(ExcusesChanged change) {
        if (!facts.mayTouch(change.span().start())) {
            return;
        }
        var touched = new HashMap<Days, Set<AgentId>>();
        for (var person : change.people()) {
            add(touched, person, () -> days(person, change.span().start(), change.span().end()));
        }
        drop(touched);
    }

    /// The day before, too: its shift may go on after midnight.
    private Days days(AgentId agent, Instant from, Instant to) {
        var zone = directory.agent(agent).map(Agent::zone).orElse(ZoneOffset.UTC);
        return new Days(date(from, zone).minusDays(1), date(to, zone).plusDays(1));
    }

    private static LocalDate date(Instant instant, ZoneId zone) {
        var known = instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
        return LocalDate.ofInstant(known, zone);
    }

    private static void add(
            HashMap<Days, Set<AgentId>> touched, AgentId agent, Supplier<Days> days) {
        touched.computeIfAbsent(days.get(), _ -> new HashSet<>()).add(agent);
    }

    private void drop(HashMap<Days, Set<AgentId>> touched) {
        touched.forEach((days, people) -> facts.drop(people, days.from(), days.to()));
    }
}
