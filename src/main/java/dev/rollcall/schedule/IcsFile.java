package dev.rollcall.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The events of an iCalendar file, with the line each property stands on, which is what people are
/// told when something is wrong with it.
///
/// @param events in the order of the file
/// @param bad what cannot be read at all
record IcsFile(List<IcsEvent> events, List<ScheduleImport.BadLine> bad) {

    private static final int LONGEST_QUOTE = 60;

    static IcsFile read(String text) {
        return new Reader().read(text);
    }

    static String shown(String value) {
        return value.length() <= LONGEST_QUOTE ? value : value.substring(0, LONGEST_QUOTE) + "…";
    }

    private static final class Reader {

        private final List<IcsEvent> events = new ArrayList<>();
        private final List<ScheduleImport.BadLine> bad = new ArrayList<>();
        private final StringBuilder unfolded = new StringBuilder();
        private long began;
        private boolean calendar;
        private long eventLine;
        private int inside;
        private @Nullable List<IcsLine> event;

        IcsFile read(String text) {
            long number = 0;
            for (var line : (Iterable<String>) text.lines()::iterator) {
                number++;
                if (number == 1 && line.startsWith("\uFEFF")) {
                    line = line.substring(1);
                }
                if (!line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t')) {
                    unfolded.append(line, 1, line.length());
                    continue;
                }
                take();
                if (!calendar && !bad.isEmpty()) {
                    return new IcsFile(List.of(), bad);
                }
                began = number;
                unfolded.append(line);
            }
            take();
            if (event != null) {
                reject(eventLine, LineProblem.OPEN_EVENT);
            } else if (events.isEmpty() && bad.isEmpty()) {
                reject(1, calendar ? LineProblem.NO_EVENTS : LineProblem.NOT_ICS);
            }
            return new IcsFile(events, bad);
        }

        private void take() {
            var text = unfolded.toString();
            unfolded.setLength(0);
            if (text.isBlank()) {
                return;
            }
            if (text.indexOf('\uFFFD') >= 0) {
                reject(began, LineProblem.NOT_UTF8);
                return;
            }
            var line = IcsLine.read(began, text);
            var what = line == null ? "" : line.value().toUpperCase(Locale.ROOT);
            if (!calendar) {
                calendar = line != null && line.name().equals("BEGIN") && what.equals("VCALENDAR");
                if (!calendar) {
                    reject(began, LineProblem.NOT_ICS);
                }
                return;
            }
            var open = event;
            if (line == null) {
                if (open != null) {
                    reject(began, LineProblem.BAD_PROPERTY, shown(text.strip()));
                }
            } else if (line.name().equals("BEGIN")) {
                begin(what, open);
            } else if (line.name().equals("END")) {
                end(what, open);
            } else if (open != null && inside == 0) {
                open.add(line);
            }
        }

        private void begin(String what, @Nullable List<IcsLine> open) {
            if (open != null && (what.equals("VEVENT") || what.equals("VCALENDAR"))) {
                reject(eventLine, LineProblem.OPEN_EVENT);
                event = null;
                inside = 0;
            }
            if (what.equals("VEVENT")) {
                event = new ArrayList<>();
                eventLine = began;
            } else if (event != null) {
                inside++;
            }
        }

        private void end(String what, @Nullable List<IcsLine> open) {
            if (open == null) {
                return;
            }
            if (what.equals("VEVENT")) {
                events.add(new IcsEvent(eventLine, open));
                event = null;
                inside = 0;
            } else if (what.equals("VCALENDAR")) {
                reject(eventLine, LineProblem.OPEN_EVENT);
                event = null;
            } else if (inside > 0) {
                inside--;
            }
        }

        private void reject(long line, LineProblem problem, String... values) {
            bad.add(new ScheduleImport.BadLine(line, problem, List.of(values)));
        }
    }
}
