package dev.rollcall.usage;

import dev.rollcall.usage.UsageEvent.Metric;
import dev.rollcall.usage.UsageReport.Line;
import dev.rollcall.usage.UsageReport.Table;
import dev.rollcall.usage.UsageReport.Topic;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Adds up what was kept. It counts days on which somebody did something, not clicks: whoever
/// clicks a hundred times weighs no more than others. Knows people by numbers that mean nothing
/// outside. Pure.
final class UsageAnswers {

    /// Of fewer people nothing is said.
    static final int FEWEST = 5;

    private static final List<String> ORDER =
            Stream.concat(
                            Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name),
                            Stream.of(
                                    "ACCESS",
                                    "CARD",
                                    "WEEK",
                                    "MONTH",
                                    "ALERT",
                                    "TREND",
                                    "OFTEN",
                                    "SOMETIMES",
                                    "SELDOM",
                                    "GLANCE",
                                    "MINUTE",
                                    "MINUTES",
                                    "LONG",
                                    "BEHIND",
                                    "ON_PACE",
                                    "REACHED",
                                    "FROM_0",
                                    "FROM_25",
                                    "FROM_50",
                                    "FROM_75",
                                    "FROM_100",
                                    "NONE"))
                    .toList();

    private final Map<Topic, Map<String, Map<Integer, Set<LocalDate>>>> days =
            new EnumMap<>(Topic.class);

    /// Notes that somebody did something.
    ///
    /// @param person any number that is theirs alone
    void add(int person, Kept kept) {
        switch (kept.kind()) {
            case ACCESS -> {
                note(Topic.HOUR, "" + kept.hour() / 4 * 4, person, kept);
                note(Topic.STAY, kept.band(), person, kept);
                note(Topic.VISITED, kept.day().getDayOfWeek().name(), person, kept);
            }
            case CARD -> {
                note(Topic.METRIC, name(kept.metric()), person, kept);
                note(Topic.GOAL, kept.band(), person, kept);
                note(Topic.SIZE, name(kept.metric()) + "/" + kept.size(), person, kept);
            }
            case WEEK -> {
                note(Topic.WEEKDAY, kept.detail(), person, kept);
                note(Topic.COMPARED, kept.response(), person, kept);
            }
            case MONTH -> {
                note(Topic.BACK, kept.detail(), person, kept);
                note(Topic.COMPARISON, kept.response(), person, kept);
            }
            case ALERT -> {
                note(Topic.LEVEL, kept.detail(), person, kept);
                note(Topic.ACTION, kept.detail() + "/" + kept.response(), person, kept);
            }
            case TREND -> note(Topic.TREND, kept.detail(), person, kept);
        }
        note(Topic.FEATURE, kept.kind().name(), person, kept);
    }

    private static String name(@Nullable Metric metric) {
        return metric == null ? "" : metric.name();
    }

    private void note(Topic topic, @Nullable String key, int person, Kept kept) {
        days.computeIfAbsent(topic, _ -> new HashMap<>())
                .computeIfAbsent(Objects.requireNonNullElse(key, ""), _ -> new HashMap<>())
                .computeIfAbsent(person, _ -> new HashSet<>())
                .add(kept.day());
    }

    /// On how many days each person did anything.
    Map<Integer, Integer> daysSeen() {
        var seen = new HashMap<Integer, Set<LocalDate>>();
        days.getOrDefault(Topic.FEATURE, Map.of())
                .values()
                .forEach(people ->
                        people.forEach((person, when) ->
                                seen.computeIfAbsent(person, _ -> new HashSet<>()).addAll(when)));
        return seen.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().size()));
    }

    /// @param taking how many people take part, those who did nothing included
    /// @param weeks how many weeks it is about
    List<Table> tables(int taking, double weeks) {
        if (taking < FEWEST) {
            return List.of();
        }
        var frequency = new HashMap<String, Map<Integer, Set<LocalDate>>>();
        daysSeen()
                .forEach((person, seen) ->
                        frequency
                                .computeIfAbsent(often(seen / weeks), _ -> new HashMap<>())
                                .put(person, Set.of(LocalDate.EPOCH)));
        days.put(Topic.FREQUENCY, frequency);
        return days.entrySet().stream()
                .flatMap(each -> table(each.getKey(), each.getValue(), taking).stream())
                .toList();
    }

    private static String often(double daysAWeek) {
        return daysAWeek < 1 ? "SELDOM" : daysAWeek < 3 ? "SOMETIMES" : "OFTEN";
    }

    private static Optional<Table> table(
            Topic topic, Map<String, Map<Integer, Set<LocalDate>>> cells, int taking) {
        var shown = new TreeMap<String, Map<Integer, Set<LocalDate>>>(order());
        cells.forEach((key, people) -> {
            if (people.size() >= FEWEST) {
                shown.put(key, people);
            }
        });
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        int all = shown.values().stream().mapToInt(UsageAnswers::count).sum();
        var lines = new ArrayList<Line>();
        shown.forEach((key, people) ->
                lines.add(
                        new Line(
                                key,
                                fives(people.size()),
                                topic.isOfPeople()
                                        ? percent(fives(people.size()), fives(taking))
                                        : percent(count(people), all))));
        return Optional.of(new Table(topic, lines, shown.size() < cells.size()));
    }

    /// As people would list them; hours and steps by their size, the rest by name.
    private static Comparator<String> order() {
        return Comparator.comparingInt((String key) -> ORDER.indexOf(key.replaceFirst("/.*", "")))
                .thenComparing(key -> key.replaceAll("[0-9]", ""))
                .thenComparingInt(String::length)
                .thenComparing(Comparator.naturalOrder());
    }

    private static int count(Map<Integer, Set<LocalDate>> people) {
        return people.values().stream().mapToInt(Set::size).sum();
    }

    private static int percent(int part, int whole) {
        return Math.min(100, Math.round(100f * part / whole));
    }

    /// Rounded down, so that one who comes or goes is not seen.
    static int fives(int people) {
        return people / FEWEST * FEWEST;
    }
}
