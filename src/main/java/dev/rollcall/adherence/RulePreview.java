package dev.rollcall.adherence;

import dev.rollcall.people.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How a preview of other rules stands: how far it is, and in the end what it found.
///
/// @param id names it to whoever asked for it
/// @param unit whose settings are tried; null: the organisation's
/// @param from the first day that is judged anew, included
/// @param to the last day, included
/// @param done how many people have been judged
/// @param people how many there are to judge
/// @param edition the settings it was tried on: [RuleSet#edition]
/// @param movement what it found; empty-handed before it is done
public record RulePreview(
        String id,
        @Nullable UnitId unit,
        LocalDate from,
        LocalDate to,
        State state,
        int done,
        int people,
        String edition,
        Movement movement) {

    public enum State {
        WAITING,
        RUNNING,
        DONE,
        /// By whoever asked for it.
        STOPPED,
        FAILED
    }

    public boolean isOver() {
        return state != State.WAITING && state != State.RUNNING;
    }
}
