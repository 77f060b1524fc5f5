package dev.rollcall.attendance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.attendance.AttendanceDay;
import dev.rollcall.attendance.AttendanceLine;
import dev.rollcall.attendance.AttendanceTotal;
import dev.rollcall.attendance.Correction;
import dev.rollcall.attendance.PersonAttendance;
import dev.rollcall.kit.Drawer;
import dev.rollcall.kit.FactList;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What stands behind a line: its total in full, and for a person their days with their segments.
final class AttendanceDrawer extends Drawer {

    private final AttendanceWords words;
    private final CorrectionWords corrections;

    private AttendanceDrawer(AttendanceWords words, Runnable onClose) {
        super(onClose);
        this.words = words;
        this.corrections = new CorrectionWords(this::getTranslation, words);
        addClassName("attendance-drawer");
    }

    /// One person's days.
    ///
    /// @param askAbout asks to have a day corrected; null where it is not one's own
    static AttendanceDrawer of(
            PersonAttendance person,
            LocalDate from,
            LocalDate to,
            AttendanceWords words,
            @Nullable Consumer<PersonAttendance.Day> askAbout,
            Runnable onClose) {
        var drawer = new AttendanceDrawer(words, onClose);
        drawer.setTitle(person.agent().name(), words.period(from, to));
        drawer.add(drawer.total(person.total()));
        drawer.add(new H3(words.say("days")));
        if (person.days().isEmpty()) {
            drawer.add(new Paragraph(words.say("noDays")));
        }
        for (var day : person.days()) {
            drawer.add(drawer.day(day, person.agent().zone(), person.days().size() == 1, askAbout));
        }
        return drawer;
    }

    /// A unit or a day: its total, and the way to the people it is made of.
    static AttendanceDrawer of(
            AttendanceLine line,
            String period,
            AttendanceWords words,
            Runnable onPeople,
            Runnable onClose) {
        var drawer = new AttendanceDrawer(words, onClose);
        drawer.setTitle(words.name(line), line.date() == null ? period : "");
        drawer.add(new Paragraph(words.say("people", line.people())));
        drawer.add(drawer.total(line.total()));
        drawer.add(new Button(words.say("showPeople"), _ -> onPeople.run()));
        return drawer;
    }

    private FactList total(AttendanceTotal total) {
        var facts = new FactList();
        facts.fact(words.say("worked"), words.duration(total.worked()));
        facts.fact(words.say("spent"), words.spent(total));
        facts.fact(words.say("breaks"), words.times(total.breaks(), total.breakTime()));
        facts.fact(words.say("late"), words.times(total.lateArrivals(), total.late()));
        facts.fact(words.say("early"), words.times(total.earlyLeaves(), total.early()));
        facts.fact(words.say("absences"), words.count(total.absences()));
        facts.fact(words.say("missing"), words.count(total.missingClockOuts()));
        if (!total.unknown().isZero()) {
            facts.fact(words.say("unknown"), words.duration(total.unknown()));
        }
        return facts;
    }

    private Component day(
            PersonAttendance.Day read,
            ZoneId zone,
            boolean opened,
            @Nullable Consumer<PersonAttendance.Day> askAbout) {
        var day = read.day();
        var date = new Span(words.day(day.date()));
        date.addClassName("attendance-date");
        var hours = new Span(hours(day, zone));
        hours.addClassName("board-second");
        var summary = new Div(date, hours);
        summary.addClassName("attendance-day");
        for (var mark : marks(read)) {
            var span = new Span(mark);
            span.addClassName("attendance-mark");
            summary.add(span);
        }
        var details = new Details(summary);
        details.addClassName("attendance-details");
        // A long period has many segments: the page gets those of the days somebody opens.
        details.addOpenedChangeListener(e -> {
            if (e.isOpened() && details.getContent().findAny().isEmpty()) {
                if (askAbout != null) {
                    details.add(new Button(corrections.say("ask"), _ -> askAbout.accept(read)));
                }
                details.add(segments(read, zone));
            }
        });
        details.setOpened(opened);
        return details;
    }

    private String hours(AttendanceDay day, ZoneId zone) {
        var first = day.firstIn();
        if (first == null) {
            return words.duration(day.total().worked());
        }
        var out =
                day.lastOut() == null
                        ? words.say("stillIn")
                        : words.time(day.lastOut(), zone, day.date());
        return words.say(
                "hours",
                words.time(first, zone, day.date()),
                out,
                words.duration(day.total().worked()));
    }

    private List<String> marks(PersonAttendance.Day read) {
        var day = read.day();
        var marks = new ArrayList<String>();
        mark(marks, "lateBy", day.late());
        mark(marks, "earlyBy", day.early());
        if (day.absent()) {
            marks.add(words.say("absent"));
        }
        if (day.missingClockOut()) {
            marks.add(words.say("missingOne"));
        }
        if (read.corrected() > 0) {
            marks.add(words.say("corrected"));
        }
        if (read.corrections().stream().anyMatch(Correction::isWaiting)) {
            marks.add(words.say("correctionWaits"));
        }
        return marks;
    }

    private void mark(List<String> marks, String key, Duration time) {
        if (!time.isZero()) {
            marks.add(words.say(key, words.duration(time)));
        }
    }

    private Component segments(PersonAttendance.Day read, ZoneId zone) {
        var day = read.day();
        var facts = new FactList();
        var shift = day.shift();
        facts.fact(
                words.say("shift"),
                shift == null
                        ? words.say("noShift")
                        : words.time(shift.start(), zone, day.date())
                                + "–"
                                + words.time(shift.end(), zone, day.date()));
        facts.fact(words.say("breaks"), words.times(day.total().breaks(), day.total().breakTime()));
        facts.fact(words.say("zone"), zone.getId());
        var content = new Div(facts);
        for (var correction : read.corrections()) {
            content.add(
                    new Anchor(
                            "reports/attendance/corrections/" + correction.number(),
                            corrections.line(correction, zone)));
        }
        content.addClassName("attendance-content");
        content.add(
                read.segments().isEmpty()
                        ? new Paragraph(words.say("noSegments"))
                        : new AttendanceSegments(
                                read.segments(),
                                read.corrections(),
                                read.clockOutReasons(),
                                zone,
                                day.date(),
                                words));
        return content;
    }
}
