package dev.rollcall.attendance.ui;

import dev.rollcall.attendance.Correction;
import dev.rollcall.audit.Actor;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.Words;
import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.TimeSpan;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How corrections are said, on every screen that tells of them.
final class CorrectionWords {

    private final Words words;
    private final AttendanceWords attendance;

    CorrectionWords(Words words, AttendanceWords attendance) {
        this.words = words;
        this.attendance = attendance;
    }

    String say(String key, Object... arguments) {
        return words.get("attendance.correction." + key, arguments);
    }

    /// `Mon, Mar 2, 2026, 8:00 AM–8:40 AM`, in the zone of whoever it is about.
    String span(TimeSpan span, ZoneId zone) {
        var date = LocalDate.ofInstant(span.start(), zone);
        return say(
                "span",
                attendance.day(date),
                attendance.time(span.start(), zone),
                attendance.time(span.end(), zone, date));
    }

    /// What they did in truth.
    String state(Correction correction) {
        return attendance.state(correction.state());
    }

    String kind(Correction.Kind kind) {
        return say("kind." + kind);
    }

    String progress(Correction.Progress progress) {
        return say("progress." + progress);
    }

    /// Who asked and who approved, for what was corrected.
    String mark(Correction correction) {
        return say("mark", correction.askedBy().name(), name(correction.decidedBy()));
    }

    /// The same for a segment.
    ///
    /// @param known the corrections that touch the day
    String mark(PresenceSegment segment, List<Correction> known) {
        return known.stream()
                .filter(each -> ("" + each.number()).equals(segment.eventId()))
                .findFirst()
                .map(this::mark)
                .orElseGet(() ->
                        say(
                                "markBy",
                                Objects.requireNonNullElse(
                                        segment.changedBy(), AttendanceWords.NOTHING)));
    }

    /// One correction in a line: what, when, and what became of it.
    String line(Correction correction, ZoneId zone) {
        return say(
                "line",
                span(correction.span(), zone),
                state(correction),
                correction.isApproved() ? mark(correction) : progress(correction.progress()));
    }

    /// Who decided, and when.
    String decided(Correction correction) {
        var at = correction.decidedAt();
        return at == null
                ? ""
                : say("by", name(correction.decidedBy()), Days.withTime(at, attendance.locale()));
    }

    String conflict(EditConflict conflict) {
        return conflict.changedBy()
                .map(name -> say("conflictBy", name))
                .orElseGet(() -> say("conflict"));
    }

    private static String name(@Nullable Actor actor) {
        return actor == null ? AttendanceWords.NOTHING : actor.name();
    }
}
