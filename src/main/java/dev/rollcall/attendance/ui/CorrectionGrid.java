package dev.rollcall.attendance.ui;

import dev.rollcall.attendance.Correction;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.RecordGrid;
import dev.rollcall.people.AgentId;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Function;

/// What people asked to have corrected, one line each.
final class CorrectionGrid extends RecordGrid<Correction> {

    CorrectionGrid(
            CorrectionWords words,
            Function<AgentId, String> names,
            Function<AgentId, ZoneId> zones) {
        super(correction -> "" + correction.number());
        nameColumn(
                words.say("who"),
                correction -> names.apply(correction.agent()),
                correction -> words.span(correction.span(), zones.apply(correction.agent())));
        textColumn(
                "when",
                words.say("when"),
                Layout.MEDIUM,
                "16rem",
                correction -> words.span(correction.span(), zones.apply(correction.agent())));
        textColumn(
                "kind",
                words.say("kind"),
                Layout.WIDE,
                "11rem",
                correction -> words.kind(correction.kind()));
        textColumn("state", words.say("state"), Layout.WIDE, "10rem", words::state);
        textColumn(
                "asked",
                words.say("asked"),
                Layout.WIDE,
                "11rem",
                correction -> Days.withTime(correction.askedAt(), getLocale()));
        markedColumn(
                "progress",
                words.say("progress"),
                Layout.NARROW,
                "7.5rem",
                correction -> words.progress(correction.progress()),
                correction -> correction.progress().name().toLowerCase(Locale.ROOT));
    }
}
