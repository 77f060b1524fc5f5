package dev.rollcall.requests;

import dev.rollcall.people.AgentId;
import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.PlannedActivity;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Who works what after shifts changed hands. Pure.
///
/// @param after the days that hold something else, of each of the two
record Exchange(Map<AgentId, SortedMap<LocalDate, List<PlannedActivity>>> after) {

    /// One of the two, and what is planned for them.
    record Side(AgentId agent, SortedMap<LocalDate, List<PlannedActivity>> days) {

        List<PlannedActivity> on(LocalDate date) {
            return days.getOrDefault(date, List.of());
        }
    }

    /// A shift goes from one to the other, and one of theirs comes back.
    ///
    /// @param inReturn the date of the shift that comes back; null: none does
    /// @return empty when one of the two is not free for what they would get, or off on such a day
    static Optional<Exchange> of(
            Side from,
            Side to,
            LocalDate date,
            @Nullable LocalDate inReturn,
            Function<String, Category> categories) {
        var given = from.on(date);
        var after = new LinkedHashMap<AgentId, SortedMap<LocalDate, List<PlannedActivity>>>();
        after.put(from.agent(), new TreeMap<>());
        after.put(to.agent(), new TreeMap<>());
        boolean sameDay = date.equals(inReturn);
        if (given.isEmpty()
                || isOff(given, categories)
                || !sameDay && !to.on(date).isEmpty()
                || sameDay && (to.on(date).isEmpty() || isOff(to.on(date), categories))) {
            return Optional.empty();
        }
        put(after, from, date, sameDay ? to.on(date) : List.of());
        put(after, to, date, given);
        if (inReturn != null && !sameDay) {
            var back = to.on(inReturn);
            if (back.isEmpty() || isOff(back, categories) || !from.on(inReturn).isEmpty()) {
                return Optional.empty();
            }
            put(after, from, inReturn, back);
            put(after, to, inReturn, List.of());
        }
        return Optional.of(new Exchange(after));
    }

    private static void put(
            Map<AgentId, SortedMap<LocalDate, List<PlannedActivity>>> after,
            Side side,
            LocalDate date,
            List<PlannedActivity> entries) {
        after.computeIfAbsent(side.agent(), _ -> new TreeMap<>()).put(date, entries);
    }

    private static boolean isOff(
            List<PlannedActivity> entries, Function<String, Category> categories) {
        return entries.stream()
                .anyMatch(entry -> categories.apply(entry.activity()) == Category.TIME_OFF);
    }

    /// What is planned for one of the two afterwards.
    SortedMap<LocalDate, List<PlannedActivity>> of(Side side) {
        var days = new TreeMap<>(side.days());
        days.putAll(after.getOrDefault(side.agent(), new TreeMap<>()));
        return days;
    }
}
