package dev.rollcall.presence;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import dev.rollcall.presence.PresenceEvent.Heartbeat;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.presence.PresenceEvent.WorkEnded;
import dev.rollcall.presence.PresenceEvent.WorkStarted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event that was found good, about to be written to the log.
///
/// @param agent whom it is about, null for a heartbeat
/// @param unit the unit they clock in to, null when the event says nothing about it
/// @param received when it came, by our clock
/// @param skewed whether its source's clock was ahead of ours by more than a trifle
/// @param clockOutReason the code of why they clock out, null when nobody said
/// @param expectedReturn when they mean to be back, null when nobody said
record LogEntry(
        LogEvent event,
        @Nullable AgentId agent,
        @Nullable UnitId unit,
        Instant received,
        boolean skewed,
        Actor by,
        @Nullable String clockOutReason,
        @Nullable Instant expectedReturn) {

    LogEntry(
            LogEvent event,
            @Nullable AgentId agent,
            @Nullable UnitId unit,
            Instant received,
            boolean skewed,
            Actor by) {
        this(event, agent, unit, received, skewed, by, null, null);
    }

    /// Statuses set in Rollcall itself come from sources that start like this.
    static final String OWN_SOURCES = "/rollcall/";

    /// The source of clock-outs that nobody made.
    static final String AUTOMATIC = OWN_SOURCES + "auto";

    String source() {
        return event.source();
    }

    boolean isHeartbeat() {
        return event instanceof Heartbeat;
    }

    Kind kind() {
        return switch (event) {
            case StatusChanged status -> Kind.STATUS;
            case WorkStarted work -> Kind.WORK_STARTED;
            case WorkEnded work -> Kind.WORK_ENDED;
            case Heartbeat heartbeat -> Kind.HEARTBEAT;
            case CorrectionEdge edge -> edge.state() == null ? Kind.CORRECT_END : Kind.CORRECTED;
        };
    }

    /// What the fold makes of it; null for a heartbeat.
    @Nullable Happening happening() {
        return switch (event) {
            case StatusChanged status ->
                    happening(new Happening.StatusSet(status.state(), unit, expectedReturn));
            case WorkStarted work ->
                    happening(new Happening.WorkStarted(work.workItem(), work.channel()));
            case WorkEnded work -> happening(new Happening.WorkEnded(work.workItem()));
            case Heartbeat heartbeat -> null;
            case CorrectionEdge(_, _, _, _, _, var correction, var state) ->
                    happening(
                            state == null
                                    ? new Happening.CorrectionEnded(correction)
                                    : new Happening.Corrected(correction, state));
        };
    }

    private Happening happening(Happening.Deed deed) {
        return new Happening(
                event.time(),
                event.sequence(),
                deed,
                event.source(),
                event.id(),
                changedBy(kind(), event.source(), by.name()));
    }

    /// Who is said to have changed a status: whoever set it in Rollcall, nobody for a feed, a rule
    /// or work that began or ended.
    static @Nullable String changedBy(Kind kind, String source, String actor) {
        boolean byHand =
                source.startsWith(OWN_SOURCES)
                        && !source.equals(AUTOMATIC)
                        && kind != Kind.WORK_STARTED
                        && kind != Kind.WORK_ENDED;
        return byHand ? actor : null;
    }

    enum Kind {
        STATUS,
        WORK_STARTED,
        WORK_ENDED,
        HEARTBEAT,
        /// A span that was corrected begins.
        CORRECTED,
        /// It ends.
        CORRECT_END
    }
}
