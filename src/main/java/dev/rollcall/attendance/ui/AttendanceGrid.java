package dev.rollcall.attendance.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import dev.rollcall.attendance.AttendanceLine;
import dev.rollcall.attendance.AttendanceTotal;
import dev.rollcall.kit.RecordGrid;
import dev.rollcall.people.Agent;
import dev.rollcall.presence.PresenceState.Base;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// The totals, one line for each person, unit or day.
final class AttendanceGrid extends RecordGrid<AttendanceLine> {

    private final AttendanceWords words;

    AttendanceGrid(AttendanceWords words) {
        super(AttendanceGrid::key);
        this.words = words;
        nameColumn(
                words.say("who"),
                words::markedName,
                line ->
                        words.say(
                                "second",
                                words.duration(line.total().worked()),
                                words.count(line.total().lateArrivals())));
        instant("firstIn", AttendanceLine::firstIn);
        instant("lastOut", AttendanceLine::lastOut);
        duration("worked", Layout.MEDIUM, "6rem", AttendanceTotal::worked);
        duration("active", Layout.WIDE, "6rem", total -> total.in(Base.ACTIVE));
        duration("available", Layout.WIDE, "6rem", total -> total.in(Base.AVAILABLE));
        // The longest head of all, and it has the arrow of sorting beside it.
        duration("unavailable", Layout.WIDE, "7.75rem", total -> total.in(Base.UNAVAILABLE));
        times("breaks", Layout.WIDE, AttendanceTotal::breaks, AttendanceTotal::breakTime);
        times("late", Layout.MEDIUM, AttendanceTotal::lateArrivals, AttendanceTotal::late);
        times("early", Layout.MEDIUM, AttendanceTotal::earlyLeaves, AttendanceTotal::early);
        count("absences", "5.5rem", AttendanceTotal::absences);
        count("missing", "7.75rem", AttendanceTotal::missingClockOuts);
    }

    /// What addresses call a line.
    static String key(AttendanceLine line) {
        var agent = line.agent();
        var unit = line.unit();
        return agent != null
                ? agent.externalId()
                : unit != null ? unit.code() : Objects.toString(line.date());
    }

    /// First in and last out belong to one day: over more they are not shown.
    void showInAndOut(boolean singleDay) {
        getColumnByKey("firstIn").setVisible(singleDay);
        getColumnByKey("lastOut").setVisible(singleDay);
    }

    private void instant(String key, Function<AttendanceLine, @Nullable Instant> instant) {
        addColumn(line -> words.time(instant.apply(line), zone(line.agent())))
                .setKey(key)
                .setHeader(words.say(key))
                .setComparator(
                        Comparator.comparing(
                                instant, Comparator.nullsLast(Comparator.naturalOrder())))
                .setFlexGrow(1)
                .setWidth("5.5rem");
    }

    private static ZoneId zone(@Nullable Agent agent) {
        return agent == null ? ZoneOffset.UTC : agent.zone();
    }

    private void duration(
            String key, Layout from, String width, Function<AttendanceTotal, Duration> duration) {
        textColumn(
                key,
                words.say(key),
                from,
                width,
                line -> words.duration(duration.apply(line.total())));
        byNumber(key, Comparator.comparing(line -> duration.apply(line.total())));
    }

    private void times(
            String key,
            Layout from,
            ToIntFunction<AttendanceTotal> count,
            Function<AttendanceTotal, Duration> duration) {
        textColumn(
                key,
                words.say(key),
                from,
                "7.75rem",
                line -> words.times(count.applyAsInt(line.total()), duration.apply(line.total())));
        byNumber(key, Comparator.comparing(line -> duration.apply(line.total())));
    }

    private void count(String key, String width, ToIntFunction<AttendanceTotal> count) {
        textColumn(
                key,
                words.say(key),
                Layout.WIDE,
                width,
                line -> words.count(count.applyAsInt(line.total())));
        byNumber(key, Comparator.comparingInt(line -> count.applyAsInt(line.total())));
    }

    private void byNumber(String key, Comparator<AttendanceLine> order) {
        getColumnByKey(key).setComparator(order).setTextAlign(ColumnTextAlign.END);
    }
}
