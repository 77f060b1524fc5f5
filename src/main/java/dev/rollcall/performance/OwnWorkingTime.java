package dev.rollcall.performance;

import dev.rollcall.adherence.Adherence;
import dev.rollcall.adherence.Figures;
import dev.rollcall.adherence.OwnAdherence;
import dev.rollcall.adherence.PersonTimeline;
import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.attendance.Attendance;
import dev.rollcall.attendance.AttendanceTotal;
import dev.rollcall.attendance.PersonAttendance;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.Percent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The caller's own adherence and attendance of a month, for their page.
@Service
public class OwnWorkingTime {

    private static final int DECIMALS = 2;

    private final OwnAdherence own;
    private final Adherence adherence;
    private final Attendance attendance;
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;

    OwnWorkingTime(
            OwnAdherence own,
            Adherence adherence,
            Attendance attendance,
            Directory directory,
            Access access,
            ApplicationClock clock) {
        this.own = own;
        this.adherence = adherence;
        this.attendance = attendance;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    /// @param wanted null, or one yet to come: the running month
    /// @return empty for who is no agent
    @Requires(Permission.ADHERENCE_OWN)
    public Optional<WorkingTime> of(@Nullable YearMonth wanted) {
        return access.viewer()
                .agent()
                .flatMap(directory::agent)
                .flatMap(agent -> of(agent, wanted));
    }

    private Optional<WorkingTime> of(Agent agent, @Nullable YearMonth wanted) {
        var today = LocalDate.ofInstant(clock.instant(), agent.zone());
        var running = YearMonth.from(today);
        var month = wanted == null || wanted.isAfter(running) ? running : wanted;
        var self = Scope.ofAgent(agent.id());
        var last = month.equals(running) ? today : month.atEndOfMonth();
        var figures = figures(month.atDay(1), last);
        var before = month.minusMonths(1);
        var score = figures.score().percent();
        var earlier = figures(before.atDay(1), before.atEndOfMonth()).score().percent();
        return adherence
                .timeline(agent.id(), today, self)
                .map(day ->
                        new WorkingTime(
                                month,
                                figures,
                                score.map(now ->
                                                Growth.of(
                                                        earlier.map(OwnWorkingTime::points)
                                                                .orElse(null),
                                                        points(now)))
                                        .orElseGet(() -> Growth.of(null, BigDecimal.ZERO)),
                                day.rules().targetPercent(),
                                attendance
                                        .person(agent.id(), month.atDay(1), last, self)
                                        .map(PersonAttendance::total)
                                        .orElse(AttendanceTotal.NONE),
                                month.equals(running) ? whatIf(day) : Optional.empty()));
    }

    private static BigDecimal points(Percent percent) {
        return percent.rounded(DECIMALS);
    }

    private Figures figures(LocalDate from, LocalDate to) {
        return own.figures(from, to).values().stream().reduce(Figures.NONE, Figures::plus);
    }

    private static Optional<WhatIf> whatIf(PersonTimeline day) {
        var now = day.asOf();
        var remaining =
                day.schedule().stream()
                        .filter(piece -> piece.end().isAfter(now))
                        .map(piece ->
                                Duration.between(
                                        piece.start().isAfter(now) ? piece.start() : now,
                                        piece.end()))
                        .reduce(Duration.ZERO, Duration::plus);
        Tally soFar = day.assessment().score();
        return WhatIf.of(soFar, remaining, day.rules().targetPercent());
    }
}
