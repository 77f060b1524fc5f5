package dev.rollcall.schedule;

import dev.rollcall.people.Agent;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.transform.recurrence.Frequency;
import org.jspecify.annotations.Nullable;

/// When an event of an iCalendar file happens, its recurrences included (RFC 5545, 3.3.10 and
/// 3.8.5). Of an ambiguous local time the first counts, and one the clocks jump over is read with
/// the offset before the jump (3.3.5). A shift that repeats ends at the same local time each time.
final class IcsTimes {

    /// How often an event repeats at most.
    static final int MOST_TIMES = 1000;

    /// How far an event without an end is followed from today.
    private static final Period HORIZON = Period.ofDays(366);

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern WEEKS = Pattern.compile("\\+?P(\\d{1,4})W");
    private static final Pattern DAYS = Pattern.compile("\\+?P(\\d{1,4})D");
    private static final Pattern UNTIL =
            Pattern.compile("(?:^|;)UNTIL=([^;]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern RANGES = Pattern.compile("(COUNT|INTERVAL)=(\\d{1,6})");
    private static final Set<Frequency> FREQUENCIES =
            Set.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);
    private static final Map<String, String> WINDOWS_ZONES = windowsZones();

    private final LocalDate today;
    private final Period horizon;

    /// @param today where events without an end begin to count
    IcsTimes(LocalDate today) {
        this(today, HORIZON);
    }

    /// @param horizon how far events without an end are followed from today
    IcsTimes(LocalDate today, Period horizon) {
        this.today = today;
        this.horizon = horizon;
    }

    /// One time at which an event happens.
    ///
    /// @param zone null: wherever the person is
    /// @param allDay from midnight to midnight; `start` and `end` are midnights then
    record Occurrence(
            LocalDateTime start, LocalDateTime end, @Nullable ZoneId zone, boolean allDay) {

        ZoneId zoneFor(Agent agent) {
            return Objects.requireNonNullElse(zone, agent.zone());
        }
    }

    /// A point in time as written.
    ///
    /// @param zone null: wherever the person is
    private record Moment(LocalDateTime local, @Nullable ZoneId zone, boolean date) {

        /// The same instant as a clock elsewhere shows it; as it is where either floats.
        LocalDateTime in(@Nullable ZoneId other) {
            return zone == null || other == null
                    ? local
                    : local.atZone(zone).withZoneSameInstant(other).toLocalDateTime();
        }
    }

    /// The recurrences each series has exceptions for: its UID and the original starts.
    Map<String, List<IcsLine>> exceptions(List<IcsEvent> events) {
        var exceptions = new HashMap<String, List<IcsLine>>();
        for (var event : events) {
            var id = event.first("RECURRENCE-ID");
            var uid = event.first("UID");
            if (id.isPresent() && uid.isPresent()) {
                exceptions
                        .computeIfAbsent(uid.get().value(), first -> new ArrayList<>())
                        .add(id.get());
            }
        }
        return exceptions;
    }

    /// When an event happens.
    ///
    /// @param exceptions starts of the series that other events of the file speak for
    List<Occurrence> of(IcsEvent event, List<IcsLine> exceptions) throws BadEntry {
        var startLine =
                event.first("DTSTART")
                        .orElseThrow(() -> new BadEntry(event.line(), LineProblem.NO_START));
        var start = moment(startLine, startLine.value());
        var end = end(event, start);
        var starts = new ArrayList<LocalDateTime>();
        var rules = event.all("RRULE");
        if (rules.isEmpty()) {
            starts.add(start.local());
        } else {
            for (var rule : rules) {
                starts.addAll(repeated(rule, start));
            }
        }
        for (var more : moments(event.all("RDATE"))) {
            starts.add(more.in(start.zone()));
        }
        var without = new HashSet<LocalDateTime>();
        for (var exception : moments(event.all("EXDATE"))) {
            without.add(exception.in(start.zone()));
        }
        for (var exception : moments(exceptions)) {
            without.add(exception.in(start.zone()));
        }
        var length = Duration.between(start.local(), end);
        return starts.stream()
                .distinct()
                .filter(each -> !without.contains(each))
                .sorted()
                .map(each -> new Occurrence(each, each.plus(length), start.zone(), start.date()))
                .toList();
    }

    private List<Moment> moments(List<IcsLine> lines) throws BadEntry {
        var moments = new ArrayList<Moment>();
        for (var line : lines) {
            for (var value : line.value().split(",")) {
                moments.add(moment(line, value.split("/")[0]));
            }
        }
        return moments;
    }

    private static LocalDateTime end(IcsEvent event, Moment start) throws BadEntry {
        var endLine = event.first("DTEND");
        var duration = event.first("DURATION");
        LocalDateTime end;
        if (endLine.isPresent()) {
            end = moment(endLine.get(), endLine.get().value()).in(start.zone());
        } else if (duration.isPresent()) {
            end = start.local().plus(duration(duration.get()));
        } else if (start.date()) {
            end = start.local().plusDays(1);
        } else {
            throw new BadEntry(event.line(), LineProblem.NO_END);
        }
        if (!end.isAfter(start.local())) {
            var at = endLine.or(() -> duration).map(IcsLine::number).orElse(event.line());
            throw new BadEntry(at, LineProblem.END_FIRST);
        }
        return end;
    }

    private static Duration duration(IcsLine line) throws BadEntry {
        try {
            var text = line.value().toUpperCase(Locale.ROOT);
            var weeks = WEEKS.matcher(text);
            if (weeks.matches()) {
                return Duration.ofDays(7L * Integer.parseInt(weeks.group(1)));
            }
            var days = DAYS.matcher(text);
            var duration =
                    days.matches()
                            ? Duration.ofDays(Integer.parseInt(days.group(1)))
                            : Duration.parse(text);
            if (duration.toDays() < 10_000) {
                return duration;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new BadEntry(line.number(), LineProblem.BAD_DURATION, IcsFile.shown(line.value()));
    }

    private static Moment moment(IcsLine line, String text) throws BadEntry {
        var zone = zone(line);
        var value = text.strip();
        try {
            Moment moment;
            if (value.length() == 8) {
                moment = new Moment(LocalDate.parse(value, DATE).atStartOfDay(), null, true);
            } else if (value.endsWith("Z")) {
                moment =
                        new Moment(
                                LocalDateTime.parse(
                                        value.substring(0, value.length() - 1), DATE_TIME),
                                ZoneOffset.UTC,
                                false);
            } else {
                moment = new Moment(LocalDateTime.parse(value, DATE_TIME), zone, false);
            }
            if (Schedules.isPlannable(moment.local().toLocalDate())) {
                return moment;
            }
        } catch (DateTimeException e) {
            // told below, like a date out of range
        }
        throw new BadEntry(line.number(), LineProblem.BAD_TIME, line.name(), IcsFile.shown(value));
    }

    // ------------------------------------------------------------------ zones

    private static @Nullable ZoneId zone(IcsLine line) throws BadEntry {
        var name = line.parameters().get("TZID");
        if (name == null || name.isBlank()) {
            return null;
        }
        var known = WINDOWS_ZONES.get(name);
        if (known != null) {
            return ZoneId.of(known);
        }
        // Some programs write a path that ends in the zone: /example.org/Europe/Berlin.
        for (var part = name; ; part = part.substring(part.indexOf('/') + 1)) {
            if (isZone(part)) {
                return ZoneId.of(part);
            }
            if (part.indexOf('/') < 0) {
                throw new BadEntry(line.number(), LineProblem.UNKNOWN_ZONE, IcsFile.shown(name));
            }
        }
    }

    private static boolean isZone(String name) {
        try {
            // A name that was made up for one run of a library is none.
            return !name.startsWith("ical4j") && ZoneId.of(name).getId().equals(name);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Map<String, String> windowsZones() {
        var file = "windows-zones.properties";
        var zones = new Properties();
        try (var in =
                new InputStreamReader(
                        Objects.requireNonNull(IcsTimes.class.getResourceAsStream(file), file),
                        StandardCharsets.UTF_8)) {
            zones.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var names = new HashMap<String, String>();
        zones.forEach((windows, zone) -> names.put((String) windows, (String) zone));
        return Map.copyOf(names);
    }

    // ------------------------------------------------------------------ recurrences

    private List<LocalDateTime> repeated(IcsLine line, Moment start) throws BadEntry {
        var until = UNTIL.matcher(line.value());
        var last = until.find() ? lastStart(line, until.group(1), start) : null;
        var rule = rule(line, until.replaceAll(""));
        if (!FREQUENCIES.contains(rule.getFrequency())
                || !rule.getHourList().isEmpty()
                || !rule.getMinuteList().isEmpty()
                || !rule.getSecondList().isEmpty()) {
            throw new BadEntry(
                    line.number(), LineProblem.RULE_TOO_OFTEN, IcsFile.shown(line.value()));
        }
        boolean endless = last == null && rule.getCount() < 1;
        var first = start.local();
        var from = endless && first.toLocalDate().isBefore(today) ? today.atStartOfDay() : first;
        var to =
                last != null
                        ? last
                        : endless
                                ? from.toLocalDate().plus(horizon).atTime(first.toLocalTime())
                                : first.plusYears(100);
        if (to.isBefore(from)) {
            return List.of();
        }
        var found = dates(line, rule, first, from, to);
        if (found.size() > MOST_TIMES) {
            throw new BadEntry(line.number(), LineProblem.TOO_MANY_TIMES, "" + MOST_TIMES);
        }
        return found;
    }

    private static List<LocalDateTime> dates(
            IcsLine line,
            Recur<LocalDateTime> rule,
            LocalDateTime first,
            LocalDateTime from,
            LocalDateTime to)
            throws BadEntry {
        try {
            return rule.getDates(first, from, to, MOST_TIMES + 1).stream()
                    .filter(each -> !each.isBefore(from) && !each.isAfter(to))
                    .toList();
        } catch (RuntimeException e) {
            throw badRule(line);
        }
    }

    private static Recur<LocalDateTime> rule(IcsLine line, String text) throws BadEntry {
        var upper = text.toUpperCase(Locale.ROOT);
        for (var part : upper.split(";")) {
            if ((part.startsWith("COUNT=") || part.startsWith("INTERVAL="))
                    && (!RANGES.matcher(part).matches() || part.matches(".*=0+"))) {
                throw badRule(line);
            }
        }
        try {
            return new Recur<>(upper);
        } catch (RuntimeException e) {
            throw badRule(line);
        }
    }

    private static BadEntry badRule(IcsLine line) {
        return new BadEntry(line.number(), LineProblem.BAD_RULE, IcsFile.shown(line.value()));
    }

    private static LocalDateTime lastStart(IcsLine line, String text, Moment start)
            throws BadEntry {
        try {
            var until = moment(line, text);
            // Where the person's zone is not known yet, the whole of the last day counts.
            return until.date() || start.zone() == null && until.zone() != null
                    ? until.local().toLocalDate().atTime(23, 59, 59)
                    : until.in(start.zone());
        } catch (BadEntry e) {
            throw badRule(line);
        }
    }
}
