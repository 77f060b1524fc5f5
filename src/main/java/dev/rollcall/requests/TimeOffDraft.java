package dev.rollcall.requests;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Time off as somebody asks for it.
///
/// @param type the code of an absence type
/// @param to the last date, included
/// @param part the hours, on one date only; null: whole days
/// @param note for whoever decides, empty for none
public record TimeOffDraft(
        String type, LocalDate from, LocalDate to, @Nullable Hours part, String note) {

    public TimeOffDraft {
        note = note.strip();
    }

    public static TimeOffDraft days(String type, LocalDate from, LocalDate to) {
        return new TimeOffDraft(type, from, to, null, "");
    }
}
