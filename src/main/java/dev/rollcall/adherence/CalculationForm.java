package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.Case;
import dev.rollcall.adherence.engine.Grace;
import dev.rollcall.adherence.engine.Mapping;
import dev.rollcall.adherence.engine.MappingRule;
import dev.rollcall.adherence.engine.Piece;
import dev.rollcall.adherence.engine.PresenceFrom;
import dev.rollcall.adherence.engine.Rules;
import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.Layers;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.TimeSpan;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A free calculation as it is written down: everything the engine needs and nothing that is
/// stored. Only period, schedule, events and mapping are required.
///
/// @param activities the category of activities that are not shipped, by code
public record CalculationForm(
        @Nullable String zone,
        @Nullable SpanForm period,
        @Nullable Instant asOf,
        @Nullable Map<String, String> activities,
        @Nullable List<@Nullable EntryForm> schedule,
        @Nullable String initialPresence,
        @Nullable List<@Nullable EventForm> events,
        @Nullable List<@Nullable String> workingPresences,
        @Nullable List<@Nullable MappingForm> mapping,
        @Nullable String unmapped,
        @Nullable String unscheduled,
        @Nullable GraceSettings grace,
        @Nullable List<@Nullable ExcuseForm> excuses) {

    private static final int MOST = 10_000;
    private static final Duration LONGEST_PERIOD = Duration.ofDays(3_660);

    public record SpanForm(@Nullable Instant from, @Nullable Instant to) {}

    public record EntryForm(
            @Nullable String activity, @Nullable Instant start, @Nullable Instant end) {}

    public record EventForm(@Nullable Instant at, @Nullable String presence) {}

    public record ExcuseForm(
            @Nullable Instant start, @Nullable Instant end, @Nullable String reason) {}

    /// The question as the engine understands it.
    public record Question(Case subject, Rules rules) {}

    /// Reads the whole form.
    ///
    /// @throws InvalidInput naming every field that is wrong
    public Question read() {
        var problems = new ArrayList<InvalidInput.Problem>();
        readZone(problems);
        var span = readPeriod(problems);
        var pieces = readSchedule(problems);
        var presence = readEvents(problems);
        var rules =
                new Rules(
                        new Mapping(readMapping(problems)),
                        Forms.choice(
                                unmapped,
                                Rules.Unmapped.class,
                                Rules.Unmapped.NEUTRAL,
                                "/unmapped",
                                problems),
                        Forms.choice(
                                unscheduled,
                                Rules.Unscheduled.class,
                                Rules.Unscheduled.IGNORE,
                                "/unscheduled",
                                problems),
                        readDefaultGrace(problems),
                        readGraceByActivity(problems),
                        readWorkingPresences(problems),
                        Rules.SHIPPED_SEVERE);
        var initial =
                initialPresence == null
                        ? "AWAY"
                        : presence(initialPresence, "/initialPresence", problems);
        var excused = readExcuses(problems);
        if (!problems.isEmpty() || span.isEmpty()) {
            throw new InvalidInput(problems);
        }
        var until = asOf == null ? span.get().end() : asOf;
        return new Question(new Case(span.get(), until, pieces, presence, initial, excused), rules);
    }

    private void readZone(List<InvalidInput.Problem> problems) {
        if (zone == null) {
            return;
        }
        try {
            ZoneId.of(zone);
        } catch (DateTimeException _) {
            problems.add(
                    new InvalidInput.Problem(
                            "/zone",
                            "There is no zone \""
                                    + zone
                                    + "\"; zones have names such as Europe/Berlin."));
        }
    }

    private Optional<TimeSpan> readPeriod(List<InvalidInput.Problem> problems) {
        if (period == null) {
            problems.add(new InvalidInput.Problem("/period", "A period is needed: from and to."));
            return Optional.empty();
        }
        var span = span(period.from(), period.to(), "/period/from", "/period/to", problems);
        if (span.isPresent() && span.get().duration().compareTo(LONGEST_PERIOD) > 0) {
            problems.add(
                    new InvalidInput.Problem("/period", "A period is at most ten years long."));
            return Optional.empty();
        }
        return span;
    }

    private List<Piece> readSchedule(List<InvalidInput.Problem> problems) {
        var categories = readCategories(problems);
        var entries = new ArrayList<PlannedActivity>();
        int i = 0;
        for (var entry : required(schedule, "/schedule", problems)) {
            var pointer = "/schedule/" + i++;
            if (entry == null) {
                problems.add(new InvalidInput.Problem(pointer, "An entry is missing."));
                continue;
            }
            var activity =
                    Forms.text(entry.activity(), pointer + "/activity", "an activity", problems);
            var span =
                    span(
                            entry.start(),
                            entry.end(),
                            pointer + "/start",
                            pointer + "/end",
                            problems);
            if (!activity.isEmpty() && !categories.containsKey(activity)) {
                problems.add(
                        new InvalidInput.Problem(
                                pointer + "/activity",
                                "The activity \""
                                        + activity
                                        + "\" has no category; give it one in activities."));
            } else {
                span.ifPresent(s -> entries.add(new PlannedActivity(activity, s)));
            }
        }
        if (!problems.isEmpty()) {
            return List.of();
        }
        return Layers.visible(entries, code -> categories.getOrDefault(code, Category.WORK))
                .stream()
                .map(p -> new Piece(p.activity(), p.category(), p.span().start(), p.span().end()))
                .toList();
    }

    private Map<String, Category> readCategories(List<InvalidInput.Problem> problems) {
        var categories = new HashMap<>(ShippedDefaults.CATEGORIES);
        if (activities != null) {
            activities.forEach((code, category) ->
                    categories.put(
                            code,
                            Forms.choice(
                                    category == null ? "" : category,
                                    Category.class,
                                    Category.WORK,
                                    "/activities/" + Forms.escaped(code),
                                    problems)));
        }
        return categories;
    }

    private List<PresenceFrom> readEvents(List<InvalidInput.Problem> problems) {
        var changes = new ArrayList<PresenceFrom>();
        int i = 0;
        for (var event : required(events, "/events", problems)) {
            var pointer = "/events/" + i++;
            if (event == null) {
                problems.add(new InvalidInput.Problem(pointer, "An event is missing."));
                continue;
            }
            var presence = presence(event.presence(), pointer + "/presence", problems);
            if (event.at() == null) {
                problems.add(new InvalidInput.Problem(pointer + "/at", "An instant is needed."));
            } else {
                changes.add(new PresenceFrom(event.at(), presence));
            }
        }
        return changes;
    }

    private List<MappingRule> readMapping(List<InvalidInput.Problem> problems) {
        if (mapping == null) {
            missing("/mapping", problems);
            return List.of();
        }
        return tooMany(mapping, "/mapping", problems)
                ? List.of()
                : MappingForm.readAll(mapping, "/mapping", problems);
    }

    private Grace readDefaultGrace(List<InvalidInput.Problem> problems) {
        return grace == null || grace.forAll() == null
                ? Rules.SHIPPED_GRACE
                : grace.forAll().read("/grace/default", problems);
    }

    private Map<String, Grace> readGraceByActivity(List<InvalidInput.Problem> problems) {
        if (grace == null || grace.activities() == null) {
            return Map.of();
        }
        return GraceForm.readAll(grace.activities(), "/grace/activities/", problems);
    }

    private Set<String> readWorkingPresences(List<InvalidInput.Problem> problems) {
        if (workingPresences == null) {
            return Rules.SHIPPED_WORKING_PRESENCES;
        }
        return Forms.presences(workingPresences, "/workingPresences", problems);
    }

    private List<TimeSpan> readExcuses(List<InvalidInput.Problem> problems) {
        var excused = new ArrayList<TimeSpan>();
        if (excuses == null) {
            return excused;
        }
        tooMany(excuses, "/excuses", problems);
        int i = 0;
        for (var excuse : excuses) {
            var pointer = "/excuses/" + i++;
            if (excuse == null) {
                problems.add(new InvalidInput.Problem(pointer, "An excuse is missing."));
                continue;
            }
            span(excuse.start(), excuse.end(), pointer + "/start", pointer + "/end", problems)
                    .ifPresent(excused::add);
        }
        return excused;
    }

    private static Optional<TimeSpan> span(
            @Nullable Instant start,
            @Nullable Instant end,
            String startPointer,
            String endPointer,
            List<InvalidInput.Problem> problems) {
        if (start == null) {
            problems.add(new InvalidInput.Problem(startPointer, "An instant is needed."));
        }
        if (end == null) {
            problems.add(new InvalidInput.Problem(endPointer, "An instant is needed."));
        }
        if (start == null || end == null) {
            return Optional.empty();
        }
        if (!end.isAfter(start)) {
            problems.add(new InvalidInput.Problem(endPointer, "The end lies after the start."));
            return Optional.empty();
        }
        return Optional.of(TimeSpan.of(start, end));
    }

    private static String presence(
            @Nullable String text, String pointer, List<InvalidInput.Problem> problems) {
        return Forms.presence(text, pointer, problems);
    }

    private static <T extends @Nullable Object> List<T> required(
            @Nullable List<T> list, String pointer, List<InvalidInput.Problem> problems) {
        if (list == null) {
            missing(pointer, problems);
            return List.of();
        }
        return tooMany(list, pointer, problems) ? List.of() : list;
    }

    private static void missing(String pointer, List<InvalidInput.Problem> problems) {
        problems.add(new InvalidInput.Problem(pointer, "This list is needed; it may be empty."));
    }

    private static boolean tooMany(
            List<?> list, String pointer, List<InvalidInput.Problem> problems) {
        if (list.size() <= MOST) {
            return false;
        }
        problems.add(
                new InvalidInput.Problem(
                        pointer, "This list has at most 10,000 entries, not " + list.size() + "."));
        return true;
    }
}
