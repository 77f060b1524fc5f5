package dev.rollcall.schedule;

import dev.rollcall.people.Agent;
import dev.rollcall.shared.TimeSpan;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads plans from what Microsoft Graph answers when it lists the shifts (and the times off) of a
/// schedule: an object with `value`, or with `shifts` and `timesOff`, or just a list.
///
/// - `userId` is the person's external id.
/// - What counts is what was shared with the team (`sharedShift`, `sharedTimeOff`). What is only a
///   draft is an error of its item: it is nobody's plan yet.
/// - A shift is work unless its name is that of another activity; each activity in it is the one
///   its `code` or `displayName` names.
/// - Time off is `TIME_OFF`; of requests for it only approved ones count.
///
/// The date of a shift is the one it starts on where the person is.
final class ScheduleGraph {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String WORK = "WORK";
    private static final String TIME_OFF = "TIME_OFF";
    private static final List<String> LISTS = List.of("value", "shifts", "timesOff");
    private static final String NEXT_PAGE = "@odata.nextLink";

    private final WhatIsKnown known;
    private final @Nullable Activity otherwise;
    private final FileDays days = new FileDays();
    private long item;

    /// @param otherwise what an activity counts as that is none one knows, null: it is an error
    ScheduleGraph(WhatIsKnown known, @Nullable Activity otherwise) {
        this.known = known;
        this.otherwise = otherwise;
    }

    ScheduleCsv.Content read(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (JacksonException e) {
            var where = e.getLocation();
            int line = where == null ? 1 : Math.max(1, where.getLineNr());
            days.reject(new BadEntry(line, LineProblem.NOT_JSON, "" + line));
            return days.content();
        }
        if (root.isArray()) {
            list(root, "");
            return days.content();
        }
        if (LISTS.stream().noneMatch(name -> root.path(name).isArray())) {
            days.reject(new BadEntry(1, "", LineProblem.NOT_GRAPH));
        }
        if (root.has(NEXT_PAGE)) {
            days.reject(new BadEntry(1, "/" + NEXT_PAGE, LineProblem.MORE_PAGES));
        }
        LISTS.forEach(name -> list(root.path(name), "/" + name));
        return days.content();
    }

    private void list(JsonNode items, String pointer) {
        int index = 0;
        for (var each : items) {
            item++;
            try {
                read(each, pointer + "/" + index);
            } catch (BadEntry e) {
                days.reject(e);
            }
            index++;
        }
    }

    private void read(JsonNode node, String pointer) throws BadEntry {
        if (node.has("sharedShift") || node.has("draftShift")) {
            shift(node, pointer);
        } else if (node.has("sharedTimeOff") || node.has("draftTimeOff")) {
            var off = shared(node, "sharedTimeOff", pointer);
            timeOff(agent(node, "userId", pointer), off, pointer + "/sharedTimeOff");
        } else if (node.has("timeOffReasonId") && node.has("startDateTime")) {
            request(node, pointer);
        } else if (node.has("sharedOpenShift") || node.has("draftOpenShift")) {
            throw bad(pointer, LineProblem.OPEN_SHIFT);
        } else {
            throw bad(pointer, LineProblem.BAD_ITEM);
        }
    }

    // ------------------------------------------------------------------ shifts

    private void shift(JsonNode node, String pointer) throws BadEntry {
        var agent = agent(node, "userId", pointer);
        var shift = shared(node, "sharedShift", pointer);
        var at = pointer + "/sharedShift";
        var span = span(shift, at);
        var name = text(shift, "displayName");
        var named = known.activity(name);
        var work = named == null ? known.activity(WORK) : named;
        if (work == null) {
            throw bad(at + "/displayName", LineProblem.UNKNOWN_ACTIVITY, WORK);
        }
        var date = LocalDate.ofInstant(span.start(), agent.zone());
        var parts = new ArrayList<Part>();
        int index = 0;
        for (var activity : shift.path("activities")) {
            parts.add(part(activity, span, at + "/activities/" + index));
            index++;
        }
        days.add(agent, date, work, span, item, at);
        for (var part : parts) {
            days.add(agent, date, part.activity(), part.span(), item, part.pointer());
        }
    }

    private record Part(Activity activity, TimeSpan span, String pointer) {}

    private Part part(JsonNode node, TimeSpan shift, String pointer) throws BadEntry {
        var span = span(node, pointer);
        if (span.start().isBefore(shift.start()) || span.end().isAfter(shift.end())) {
            throw bad(pointer, LineProblem.OUTSIDE_SHIFT);
        }
        var code = text(node, "code");
        var name = text(node, "displayName");
        var activity = known.activity(code);
        if (activity == null) {
            activity = known.activity(name);
        }
        if (activity == null) {
            activity = otherwise;
        }
        if (activity == null) {
            throw bad(
                    pointer + "/displayName",
                    LineProblem.UNKNOWN_ACTIVITY,
                    IcsFile.shown(name.isBlank() ? code : name));
        }
        return new Part(activity, span, pointer);
    }

    // ------------------------------------------------------------------ time off

    private void request(JsonNode node, String pointer) throws BadEntry {
        if (node.has("state") && !text(node, "state").equals("approved")) {
            return;
        }
        var who = node.has("userId") ? "userId" : "senderUserId";
        timeOff(agent(node, who, pointer), node, pointer);
    }

    private void timeOff(Agent agent, JsonNode node, String pointer) throws BadEntry {
        var activity = known.activity(TIME_OFF);
        if (activity == null) {
            throw bad(pointer, LineProblem.UNKNOWN_ACTIVITY, TIME_OFF);
        }
        days.addTimeOff(agent, activity, span(node, pointer), item, pointer);
    }

    // ------------------------------------------------------------------ its parts

    private JsonNode shared(JsonNode node, String name, String pointer) throws BadEntry {
        var shared = node.path(name);
        if (!shared.isObject()) {
            throw bad(pointer + "/" + name, LineProblem.DRAFT_ONLY);
        }
        return shared;
    }

    private Agent agent(JsonNode node, String name, String pointer) throws BadEntry {
        var id = text(node, name);
        if (id.isBlank()) {
            throw bad(pointer + "/" + name, LineProblem.NO_AGENT);
        }
        return known.agent(id)
                .orElseThrow(() ->
                        bad(pointer + "/" + name, LineProblem.UNKNOWN_AGENT, IcsFile.shown(id)));
    }

    private TimeSpan span(JsonNode node, String pointer) throws BadEntry {
        var start = instant(node, "startDateTime", pointer, LineProblem.NO_START);
        var end = instant(node, "endDateTime", pointer, LineProblem.NO_END);
        if (!end.isAfter(start)) {
            throw bad(pointer + "/endDateTime", LineProblem.END_FIRST);
        }
        return TimeSpan.of(start, end);
    }

    private Instant instant(JsonNode node, String name, String pointer, LineProblem none)
            throws BadEntry {
        var text = text(node, name);
        if (text.isBlank()) {
            throw bad(pointer + "/" + name, none);
        }
        try {
            var instant = OffsetDateTime.parse(text).toInstant();
            if (Schedules.isPlannable(OffsetDateTime.parse(text).toLocalDate())) {
                return instant;
            }
        } catch (DateTimeException e) {
            // told below, like a date out of range
        }
        throw bad(pointer + "/" + name, LineProblem.BAD_INSTANT, IcsFile.shown(text));
    }

    /// Empty for what is no text.
    private static String text(JsonNode node, String name) {
        var value = node.path(name);
        return value.isString() ? value.asString() : "";
    }

    private BadEntry bad(String pointer, LineProblem problem, String... values) {
        return new BadEntry(item, pointer, problem, values);
    }
}
