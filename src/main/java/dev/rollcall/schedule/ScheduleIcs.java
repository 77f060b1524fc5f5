package dev.rollcall.schedule;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads plans from a calendar: every event is an entry.
///
/// - **Whose:** the person the whole file is about; else `X-ROLLCALL-AGENT` with their external id;
///   else each `ATTENDEE` by e-mail address, so that one meeting is planned for all who are
///   invited.
/// - **What:** the first of `CATEGORIES`, then `SUMMARY`, that is the code or the name of an
///   activity; else what the importer said such events count as.
/// - **Which day:** `X-ROLLCALL-DATE`; else the date it starts on where the person is, or that of
///   the shift it lies in or joins on to, so that the break of a night stays with its night.
/// - Time off may last all day and for days; everything else has hours.
///
/// What is cancelled is left out, as are tasks, journals and free or busy times.
final class ScheduleIcs {

    static final String AGENT = "X-ROLLCALL-AGENT";
    static final String DATE = "X-ROLLCALL-DATE";

    private static final Duration LONGEST_SHIFT = Duration.ofHours(24);
    private static final String MAIL = "mailto:";

    private final WhatIsKnown known;
    private final @Nullable Agent owner;
    private final @Nullable Activity otherwise;
    private final IcsTimes times;
    private final FileDays days = new FileDays();
    private final Map<AgentId, List<Draft>> drafts = new LinkedHashMap<>();
    private int drafted;

    /// @param date the date it says itself, null: not said
    private record Draft(
            Agent agent, Activity activity, TimeSpan span, @Nullable LocalDate date, long line) {}

    /// @param owner the person the whole file is about, null: each event says it
    /// @param otherwise what an event counts as that names no activity, null: it is an error
    ScheduleIcs(
            WhatIsKnown known,
            @Nullable Agent owner,
            @Nullable Activity otherwise,
            LocalDate today) {
        this.known = known;
        this.owner = owner;
        this.otherwise = otherwise;
        this.times = new IcsTimes(today);
    }

    ScheduleCsv.Content read(String text) {
        var file = IcsFile.read(text);
        file.bad().forEach(days::reject);
        var exceptions = times.exceptions(file.events());
        for (var event : file.events()) {
            if (event.isCancelled()) {
                continue;
            }
            var uid = event.first("UID").map(IcsLine::value).orElse("");
            try {
                boolean one = event.first("RECURRENCE-ID").isPresent();
                read(event, one ? List.of() : exceptions.getOrDefault(uid, List.of()));
            } catch (BadEntry e) {
                days.reject(e);
            }
        }
        drafts.values().forEach(this::place);
        return days.content();
    }

    private void read(IcsEvent event, List<IcsLine> exceptions) throws BadEntry {
        var agents = agents(event);
        var activity = activity(event);
        var date = date(event);
        for (var time : times.of(event, exceptions)) {
            for (var agent : agents) {
                if (drafted >= FileDays.MOST_ENTRIES) {
                    throw new BadEntry(
                            event.line(), LineProblem.TOO_MUCH, "" + FileDays.MOST_ENTRIES);
                }
                drafted++;
                draft(event, agent, activity, time, date);
            }
        }
    }

    private void draft(
            IcsEvent event,
            Agent agent,
            Activity activity,
            IcsTimes.Occurrence time,
            @Nullable LocalDate date)
            throws BadEntry {
        var line = event.first("DTSTART").map(IcsLine::number).orElse(event.line());
        var zone = time.zoneFor(agent);
        var start = time.start().atZone(zone).toInstant();
        var end = time.end().atZone(zone).toInstant();
        if (!end.isAfter(start)) {
            throw new BadEntry(line, LineProblem.END_FIRST);
        }
        var span = TimeSpan.of(start, end);
        if (activity.category() == Category.TIME_OFF
                && date == null
                && (time.allDay() || span.duration().compareTo(LONGEST_SHIFT) > 0)) {
            days.addTimeOff(agent, activity, span, line, null);
            return;
        }
        if (time.allDay()) {
            throw new BadEntry(line, LineProblem.ALL_DAY, activity.code());
        }
        drafts.computeIfAbsent(agent.id(), first -> new ArrayList<>())
                .add(new Draft(agent, activity, span, date, line));
    }

    // ------------------------------------------------------------------ which day

    /// Gives each entry of a person its date: an entry within a shift, or where the shift ends,
    /// belongs to the shift's date.
    private void place(List<Draft> entries) {
        entries.sort(
                Comparator.comparing((Draft draft) -> draft.span().start())
                        .thenComparing(draft -> draft.span().end(), Comparator.reverseOrder()));
        TimeSpan shift = null;
        LocalDate owned = LocalDate.EPOCH;
        for (var entry : entries) {
            var span = entry.span();
            var said = entry.date();
            var joined = shift == null ? null : joined(shift, span);
            if (joined == null || said != null) {
                shift = joined == null || !owned.equals(said) ? span : joined;
                owned =
                        said == null
                                ? LocalDate.ofInstant(span.start(), entry.agent().zone())
                                : said;
            } else {
                shift = joined;
            }
            try {
                days.add(entry.agent(), owned, entry.activity(), span, entry.line(), null);
            } catch (BadEntry e) {
                days.reject(e);
            }
        }
    }

    /// A shift with what follows it; null when they lie apart or make more than a day together.
    private static @Nullable TimeSpan joined(TimeSpan shift, TimeSpan next) {
        var end = shift.end().isAfter(next.end()) ? shift.end() : next.end();
        var both = TimeSpan.of(shift.start(), end);
        return next.start().isAfter(shift.end()) || both.duration().compareTo(LONGEST_SHIFT) > 0
                ? null
                : both;
    }

    private static @Nullable LocalDate date(IcsEvent event) throws BadEntry {
        var line = event.first(DATE).orElse(null);
        if (line == null) {
            return null;
        }
        // A series has many dates, and says but one.
        if (event.first("RRULE").isPresent() || event.first("RDATE").isPresent()) {
            return null;
        }
        try {
            return LocalDate.parse(line.value(), DateTimeFormatter.ISO_LOCAL_DATE);
        } catch (DateTimeParseException e) {
            throw new BadEntry(line.number(), LineProblem.BAD_DATE, IcsFile.shown(line.value()));
        }
    }

    // ------------------------------------------------------------------ who and what

    private List<Agent> agents(IcsEvent event) throws BadEntry {
        if (owner != null) {
            return List.of(owner);
        }
        var id = event.first(AGENT).orElse(null);
        if (id != null) {
            return List.of(
                    known.agent(id.text())
                            .orElseThrow(() ->
                                    new BadEntry(
                                            id.number(),
                                            LineProblem.UNKNOWN_AGENT,
                                            IcsFile.shown(id.text()))));
        }
        var agents = new ArrayList<Agent>();
        for (var attendee : event.all("ATTENDEE")) {
            if (isPerson(attendee)) {
                agents.add(attending(attendee));
            }
        }
        if (agents.isEmpty()) {
            throw new BadEntry(event.line(), LineProblem.EVENT_NO_AGENT);
        }
        return agents.stream().distinct().toList();
    }

    /// Not a room, a thing, or somebody who said no.
    private static boolean isPerson(IcsLine attendee) {
        var type = attendee.parameters().getOrDefault("CUTYPE", "INDIVIDUAL");
        return !type.equalsIgnoreCase("ROOM")
                && !type.equalsIgnoreCase("RESOURCE")
                && !attendee.parameters().getOrDefault("PARTSTAT", "").equalsIgnoreCase("DECLINED");
    }

    private Agent attending(IcsLine attendee) throws BadEntry {
        var value = attendee.value();
        var email =
                value.toLowerCase(Locale.ROOT).startsWith(MAIL)
                        ? value.substring(MAIL.length())
                        : value;
        var found = known.byAddress(email);
        if (found.size() != 1) {
            throw new BadEntry(
                    attendee.number(),
                    found.isEmpty() ? LineProblem.UNKNOWN_ATTENDEE : LineProblem.AMBIGUOUS_ATTENDEE,
                    IcsFile.shown(email));
        }
        return found.getFirst();
    }

    private Activity activity(IcsEvent event) throws BadEntry {
        for (var categories : event.all("CATEGORIES")) {
            for (var category : categories.value().split("(?<!\\\\),")) {
                var found = known.activity(IcsLine.unescaped(category));
                if (found != null) {
                    return found;
                }
            }
        }
        var summary = event.first("SUMMARY").orElse(null);
        var found = summary == null ? null : known.activity(summary.text());
        if (found != null) {
            return found;
        }
        if (otherwise != null) {
            return otherwise;
        }
        throw new BadEntry(
                summary == null ? event.line() : summary.number(),
                LineProblem.EVENT_NO_ACTIVITY,
                summary == null ? "" : IcsFile.shown(summary.text().strip()));
    }
}
