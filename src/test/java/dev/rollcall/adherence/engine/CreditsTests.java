package dev.rollcall.adherence.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.schedule.Category;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// A contact that overran into a break, and the time that is given back for it. It is a shift from
/// 8 to 16, lunch from 12 to 12:30, a break from 14 to 14:15.
class CreditsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final List<MappingRule> MAPPING =
            List.of(
                    rule("WORK", "AVAILABLE", Verdict.IN),
                    rule("WORK", "ACTIVE", Verdict.IN),
                    rule("WORK", "*", Verdict.OUT),
                    rule("LUNCH", "UNAVAILABLE/LUNCH", Verdict.IN),
                    rule("LUNCH", "*", Verdict.OUT),
                    rule("BREAK", "UNAVAILABLE/BREAK", Verdict.IN),
                    rule("BREAK", "*", Verdict.OUT));
    private static final Rules RULES =
            new Rules(
                    new Mapping(MAPPING),
                    Rules.Unmapped.NEUTRAL,
                    Rules.Unscheduled.IGNORE,
                    Rules.SHIPPED_GRACE,
                    Map.of(),
                    Rules.SHIPPED_WORKING_PRESENCES,
                    Rules.SHIPPED_SEVERE);

    private static MappingRule rule(String activity, String presence, Verdict verdict) {
        return new MappingRule(activity, presence, verdict);
    }

    private static Instant at(String time) {
        return DAY.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }

    private static TimeSpan span(String from, String to) {
        return TimeSpan.of(at(from), at(to));
    }

    private static Piece piece(String activity, Category category, String from, String to) {
        return new Piece(activity, category, at(from), at(to));
    }

    /// @param done presences with their times: `11:52 ACTIVE`
    private static Case day(String asOf, String... done) {
        var presence = new ArrayList<PresenceFrom>();
        presence.add(new PresenceFrom(at("08:00"), "AVAILABLE"));
        for (var each : done) {
            var parts = each.split(" ");
            presence.add(new PresenceFrom(at(parts[0]), parts[1]));
        }
        return new Case(
                span("00:00", "23:59"),
                at(asOf),
                List.of(
                        piece("WORK", Category.WORK, "08:00", "12:00"),
                        piece("LUNCH", Category.AUXILIARY, "12:00", "12:30"),
                        piece("WORK", Category.WORK, "12:30", "14:00"),
                        piece("BREAK", Category.AUXILIARY, "14:00", "14:15"),
                        piece("WORK", Category.WORK, "14:15", "16:00")),
                presence,
                "AWAY",
                List.of());
    }

    private static List<Credit> credits(String asOf, String... done) {
        return Credits.of(day(asOf, done), RULES);
    }

    @Example
    void givesBackAfterTheBreakWhatAContactTookOfIt() {
        var credits =
                credits("13:30", "11:52 ACTIVE", "12:07 UNAVAILABLE/LUNCH", "12:40 AVAILABLE");

        assertThat(credits)
                .containsExactly(
                        new Credit(
                                "LUNCH",
                                at("11:52"),
                                span("12:00", "12:07"),
                                List.of(span("12:30", "12:37"))));
        assertThat(credits.getFirst().left()).isZero();
        var found = Engine.assess(with(day13(), RULES), RULES);
        assertThat(found.raw().out()).isEqualTo(Duration.ofMinutes(17));
        assertThat(found.score().out()).isEqualTo(Duration.ofMinutes(3));
    }

    private static Case day13() {
        return day("13:30", "11:52 ACTIVE", "12:07 UNAVAILABLE/LUNCH", "12:40 AVAILABLE");
    }

    private static Case with(Case subject, Rules rules) {
        return subject.excusing(Credits.excused(Credits.of(subject, rules)));
    }

    @Example
    void closesWhenTheyAreBackAndKeepsTheRestForTheNextBreak() {
        var credits =
                credits(
                        "15:00",
                        "11:52 ACTIVE",
                        "12:07 UNAVAILABLE/LUNCH",
                        "12:33 AVAILABLE",
                        "14:00 UNAVAILABLE/BREAK",
                        "14:25 AVAILABLE");

        assertThat(credits.getFirst().used())
                .containsExactly(span("12:30", "12:33"), span("14:15", "14:19"));
    }

    @Example
    void isOpenWhileNobodyHasUsedIt() {
        var credits = credits("12:20", "11:52 ACTIVE", "12:07 UNAVAILABLE/LUNCH");

        assertThat(credits.getFirst().used()).isEmpty();
        assertThat(credits.getFirst().left()).isEqualTo(Duration.ofMinutes(7));
    }

    @Example
    void isGivenAsFarAsTheBreakReachesWhenAContactTakesAllOfIt() {
        var credits =
                credits("14:00", "11:52 ACTIVE", "12:45 UNAVAILABLE/LUNCH", "13:20 AVAILABLE");

        assertThat(credits)
                .containsExactly(
                        new Credit(
                                "LUNCH",
                                at("11:52"),
                                span("12:00", "12:30"),
                                List.of(span("12:45", "13:15"))));
    }

    @Example
    void gaveNothingWhereNoContactWasGoingOnWhenTheBreakBegan() {
        assertThat(credits("13:00", "12:00 UNAVAILABLE/LUNCH", "12:40 AVAILABLE")).isEmpty();
        assertThat(credits("13:00", "12:05 ACTIVE", "12:20 UNAVAILABLE/LUNCH")).isEmpty();
        assertThat(credits("13:00", "11:50 ACTIVE", "12:00 UNAVAILABLE/LUNCH")).isEmpty();
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void neverExceedsTheOverrunAndIsNeverUsedTwice(
            @ForAll(supplier = RandomDays.Compressed.class) RawDay day) {
        var credits = Credits.of(day.asCase(), day.rules());

        var used = new ArrayList<TimeSpan>();
        for (var credit : credits) {
            assertThat(credit.left().isNegative()).isFalse();
            assertThat(credit.contact()).isBefore(credit.overrun().start());
            used.addAll(credit.used());
        }
        for (int i = 0; i < used.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(used.get(i).overlaps(used.get(j))).isFalse();
            }
        }
        assertThat(Set.copyOf(credits)).hasSameSizeAs(credits);
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void neverTurnsAFigureWorseAndLeavesTheRawOne(
            @ForAll(supplier = RandomDays.Compressed.class) RawDay day) {
        var without = Engine.assess(day.asCase().excusing(List.of()), day.rules());
        var with = Engine.assess(with(day.asCase(), day.rules()), day.rules());

        assertThat(with.raw()).isEqualTo(without.raw());
        assertThat(with.tolerated()).isEqualTo(without.tolerated());
        assertThat(with.score().out()).isLessThanOrEqualTo(without.score().out());
    }
}
