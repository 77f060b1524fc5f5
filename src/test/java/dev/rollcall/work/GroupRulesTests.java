package dev.rollcall.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.people.GroupId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupRulesTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static GroupRules open(OpenHours... hours) {
        return new GroupRules(
                new GroupId(1),
                null,
                true,
                true,
                true,
                true,
                GroupRules.SeenBy.MEMBERS,
                List.of(hours),
                1);
    }

    private static OpenHours monday(String opens, String closes) {
        return new OpenHours(DayOfWeek.MONDAY, LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static boolean isOpen(GroupRules rules, String instant) {
        return rules.isOpen(Instant.parse(instant), BERLIN);
    }

    @Test
    void isAlwaysOpenWithoutHours() {
        assertThat(isOpen(open(), "2026-03-02T03:00:00Z")).isTrue();
    }

    @Test
    void opensAndClosesInTheZoneOfItsUnit() {
        var rules = open(monday("08:00", "17:00"));
        assertThat(isOpen(rules, "2026-03-02T06:59:59Z")).isFalse();
        assertThat(isOpen(rules, "2026-03-02T07:00:00Z")).isTrue();
        assertThat(isOpen(rules, "2026-03-02T15:59:59Z")).isTrue();
        assertThat(isOpen(rules, "2026-03-02T16:00:00Z")).isFalse();
        assertThat(isOpen(rules, "2026-03-03T10:00:00Z")).isFalse();
    }

    @Test
    void keepsItsHoursOnTheClockWhenTheClocksChange() {
        var rules = open(monday("08:00", "17:00"));
        assertThat(isOpen(rules, "2026-03-30T06:00:00Z")).isTrue();
        assertThat(isOpen(rules, "2026-03-30T05:59:59Z")).isFalse();
    }

    @Test
    void mayStayOpenUntilMidnight() {
        var rules = open(monday("18:00", "00:00"));
        assertThat(isOpen(rules, "2026-03-02T22:59:59Z")).isTrue();
        assertThat(isOpen(rules, "2026-03-02T23:00:00Z")).isFalse();
    }

    @Test
    void doesNotEndBeforeItBegins() {
        assertThatThrownBy(() -> monday("17:00", "08:00"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
