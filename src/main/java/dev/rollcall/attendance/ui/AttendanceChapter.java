package dev.rollcall.attendance.ui;

import dev.rollcall.attendance.Attendance;
import dev.rollcall.attendance.AttendanceQuery;
import dev.rollcall.kit.Reader;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Scope;
import dev.rollcall.review.Chapter;
import dev.rollcall.review.PackChapter;
import dev.rollcall.security.Permission;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// When somebody was there on some days, for a talk.
@Component
@Order(20)
class AttendanceChapter implements PackChapter {

    private final Attendance attendance;

    AttendanceChapter(Attendance attendance) {
        this.attendance = attendance;
    }

    @Override
    public String words() {
        return "attendance.report.title";
    }

    @Override
    public Set<Permission> permissions() {
        return Set.of(Permission.PRESENCE_VIEW, Permission.ADHERENCE_OWN);
    }

    @Override
    public Optional<Chapter> chapter(AgentId agent, LocalDate from, LocalDate to, Reader reader) {
        var query =
                new AttendanceQuery(from, to, null, null, agent, "", AttendanceQuery.GroupBy.AGENT);
        var total = attendance.report(query, Scope.ofAgent(agent)).total();
        if (total.days() == 0 && total.absences() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                Chapter.of(
                        line(reader, "days", "" + total.days(), null),
                        line(reader, "worked", reader.length(total.worked()), null),
                        line(
                                reader,
                                "lateCount",
                                "" + total.lateArrivals(),
                                by(reader, total.late())),
                        line(
                                reader,
                                "earlyCount",
                                "" + total.earlyLeaves(),
                                by(reader, total.early())),
                        line(reader, "absent", "" + total.absences(), null)));
    }

    private static Chapter.Line line(
            Reader reader, String key, String value, @Nullable String note) {
        return new Chapter.Line(reader.say("attendance.report." + key), value, note);
    }

    private static @Nullable String by(Reader reader, Duration duration) {
        return duration.isZero()
                ? null
                : reader.say("attendance.chapter.inAll", reader.length(duration));
    }
}
