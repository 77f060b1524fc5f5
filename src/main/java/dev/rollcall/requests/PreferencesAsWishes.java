package dev.rollcall.requests;

import dev.rollcall.people.AgentId;
import dev.rollcall.planner.Wish;
import dev.rollcall.planner.Wishes;
import dev.rollcall.requests.Preference.Weight;
import dev.rollcall.shared.Sentence;
import dev.rollcall.shared.TimeSpan;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Tells planners what people would like. Of several likes for a weekday one is enough; each
/// dislike counts by itself.
@Component
class PreferencesAsWishes implements Wishes {

    private final PreferenceTable table;

    PreferencesAsWishes(PreferenceTable table) {
        this.table = table;
    }

    @Override
    public Map<AgentId, List<Wish>> of(Collection<AgentId> people) {
        var wishes = new HashMap<AgentId, List<Wish>>();
        table.of(people).forEach((person, all) -> wishes.put(person, wishes(all)));
        return wishes;
    }

    static List<Wish> wishes(List<Preference> all) {
        var wishes = new ArrayList<Wish>();
        for (var weekday : DayOfWeek.values()) {
            var ofDay = all.stream().filter(each -> each.weekday() == weekday).toList();
            var likes = times(ofDay, Weight.LIKE);
            if (!likes.isEmpty()) {
                wishes.add(new OneOf(weekday, likes));
            }
            times(ofDay, Weight.DISLIKE).forEach(time -> wishes.add(new Not(weekday, time)));
        }
        return List.copyOf(wishes);
    }

    private static List<PreferredTime> times(List<Preference> ofDay, Weight weight) {
        return ofDay.stream()
                .filter(each -> each.weight() == weight)
                .map(Preference::time)
                .toList();
    }

    /// Translations choose the words by the number of the time.
    private static Sentence said(String key, List<PreferredTime> times, String between) {
        return new Sentence(
                "requests.wish." + key,
                key
                        + " "
                        + times.stream()
                                .map(Enum::name)
                                .collect(Collectors.joining(" " + between + " ")),
                times.stream().<Object>map(Enum::ordinal).toList());
    }

    private record OneOf(DayOfWeek weekday, List<PreferredTime> times) implements Wish {

        @Override
        public Sentence said() {
            return PreferencesAsWishes.said("like" + times.size(), times, "or");
        }

        @Override
        public boolean isMetBy(TimeSpan shift, LocalDate date, ZoneId zone) {
            return times.stream().anyMatch(time -> time.isThatOf(shift, zone));
        }
    }

    private record Not(DayOfWeek weekday, PreferredTime time) implements Wish {

        @Override
        public Sentence said() {
            return PreferencesAsWishes.said("not", List.of(time), "");
        }

        @Override
        public boolean isMetBy(TimeSpan shift, LocalDate date, ZoneId zone) {
            return !time.isThatOf(shift, zone);
        }
    }
}
