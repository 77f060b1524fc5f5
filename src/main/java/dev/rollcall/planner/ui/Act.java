package dev.rollcall.planner.ui;

import dev.rollcall.people.AgentId;
import dev.rollcall.planner.DayKey;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Something a planner did with the mouse or with keys, as the browser tells it. Nothing in it is
/// taken on trust: who and when is looked up, and numbers are kept within bounds.
///
/// @param kind what they did
/// @param days the days that are chosen, from left to right and from top to bottom
record Act(String kind, List<DayKey> days, JsonNode detail) {

    private static final int MOST = 5_000;
    private static final int MOST_MINUTES = 4 * 24 * 60;

    static Act of(JsonNode detail) {
        return new Act(detail.path("kind").asString(""), keys(detail.path("days")), detail);
    }

    private static List<DayKey> keys(JsonNode pairs) {
        var keys = new ArrayList<DayKey>();
        for (var pair : pairs) {
            key(pair).filter(_ -> keys.size() < MOST).ifPresent(keys::add);
        }
        return List.copyOf(keys);
    }

    private static Optional<DayKey> key(JsonNode pair) {
        try {
            return Optional.of(
                    new DayKey(
                            new AgentId(Long.parseLong(pair.path(0).asString(""))),
                            LocalDate.parse(pair.path(1).asString(""))));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /// A number of the act, for example `entry`; -1 when there is none.
    int number(String name) {
        return detail.path(name).isNumber() ? detail.path(name).asInt(-1) : -1;
    }

    /// Minutes of the act; zero when there are none.
    int minutes(String name) {
        var value = detail.path(name);
        return value.isNumber() ? Math.clamp(value.asInt(0), -MOST_MINUTES, MOST_MINUTES) : 0;
    }

    /// By how many rows and columns something is moved.
    int by(int which) {
        var value = detail.path("by").path(which);
        return value.isNumber() ? Math.clamp(value.asInt(0), -MOST, MOST) : 0;
    }

    boolean copies() {
        return detail.path("copy").asBoolean(false);
    }
}
