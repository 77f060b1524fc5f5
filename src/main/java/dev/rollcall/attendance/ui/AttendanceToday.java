package dev.rollcall.attendance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.rollcall.attendance.Attendance;
import dev.rollcall.attendance.AttendanceQuery;
import dev.rollcall.attendance.AttendanceQuery.GroupBy;
import dev.rollcall.attendance.AttendanceReport;
import dev.rollcall.dashboard.Audience;
import dev.rollcall.dashboard.Following;
import dev.rollcall.dashboard.ScopeWords;
import dev.rollcall.dashboard.WidgetContent;
import dev.rollcall.dashboard.WidgetFrame;
import dev.rollcall.kit.KeyNumbers;
import dev.rollcall.kit.Severity;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.Reasons;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who came today, who came late, left early or was not seen, in numbers.
final class AttendanceToday extends Div implements WidgetContent {

    private static final Duration EVERY = Duration.ofMinutes(1);

    /// Where it reads from.
    @SpringComponent
    record Source(
            Attendance attendance,
            Directory directory,
            Reasons reasons,
            Access access,
            ApplicationClock clock) {

        AttendanceReport read(LocalDate today) {
            return attendance.report(
                    new AttendanceQuery(today, today, null, null, null, "", GroupBy.AGENT),
                    scope());
        }

        Scope scope() {
            return access.scope(Permission.PRESENCE_VIEW);
        }
    }

    private final Source source;
    private final Audience audience;
    private final AttendanceWords words;
    private final KeyNumbers.Number came;
    private final KeyNumbers.Number worked;
    private final KeyNumbers.Number late;
    private final KeyNumbers.Number early;
    private final KeyNumbers.Number absent;
    private @Nullable AttendanceReport report;

    AttendanceToday(Source source, Audience audience) {
        this.source = source;
        this.audience = audience;
        words = new AttendanceWords(this::getTranslation, audience.locale(), source.reasons());
        var numbers = new KeyNumbers();
        came = number(numbers, "came");
        worked = number(numbers, "worked");
        late = number(numbers, "late");
        early = number(numbers, "early");
        absent = number(numbers, "absent");
        add(numbers);
    }

    private KeyNumbers.Number number(KeyNumbers numbers, String name) {
        return numbers.number(getTranslation("attendance.widget.today." + name), "");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(source.clock().instant(), audience.zone());
    }

    private void show(AttendanceReport now, WidgetFrame frame) {
        report = now;
        if (now.lines().isEmpty()) {
            frame.isEmpty(getTranslation("attendance.widget.today.nobody"), now.asOf());
            return;
        }
        var total = now.total();
        came.show(
                words.count(total.days()),
                getTranslation("attendance.widget.today.of", now.lines().size()),
                null);
        worked.show(
                words.duration(total.worked()),
                getTranslation("attendance.widget.today.soFar"),
                null);
        late.show(
                Integer.toString(total.lateArrivals()),
                inAll(total.late()),
                total.lateArrivals() > 0 ? Severity.GRACE : null);
        early.show(
                Integer.toString(total.earlyLeaves()),
                inAll(total.early()),
                total.earlyLeaves() > 0 ? Severity.GRACE : null);
        absent.show(
                Integer.toString(total.absences()),
                getTranslation("attendance.widget.today.absentWhat"),
                total.absences() > 0 ? Severity.OUT : null);
        frame.shows(now.asOf());
    }

    private String inAll(Duration duration) {
        return duration.isZero()
                ? ""
                : getTranslation("attendance.widget.today.inAll", words.duration(duration));
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public String scope() {
        return getTranslation(
                "attendance.widget.today.scope",
                ScopeWords.of(source.scope(), source.directory(), this::getTranslation));
    }

    @Override
    public String fullPage() {
        var today = today();
        return "reports/attendance?from=" + today + "&to=" + today;
    }

    @Override
    public Registration follow(UI ui, WidgetFrame frame) {
        return Following.reading(
                ui, frame, EVERY, () -> source.read(today()), now -> show(now, frame));
    }

    @Override
    public List<List<String>> table() {
        var header =
                List.of("people", "came", "worked", "late", "early", "absent").stream()
                        .map(name -> getTranslation("attendance.widget.today." + name))
                        .toList();
        var now = report;
        return now == null
                ? List.of(header)
                : List.of(
                        header,
                        List.of(
                                "" + now.lines().size(),
                                "" + now.total().days(),
                                words.duration(now.total().worked()),
                                "" + now.total().lateArrivals(),
                                "" + now.total().earlyLeaves(),
                                "" + now.total().absences()));
    }
}
