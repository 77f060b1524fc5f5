package dev.rollcall.attendance;

import dev.rollcall.attendance.Correction.Kind;
import dev.rollcall.presence.ClockOutClaims;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.shared.TimeSpan;
import org.springframework.stereotype.Component;

/// Makes a correction of it when somebody says they left at another time than was proposed.
@Component
class ClaimedClockOuts implements ClockOutClaims {

    private final Corrections corrections;

    ClaimedClockOuts(Corrections corrections) {
        this.corrections = corrections;
    }

    @Override
    public void claim(TimeSpan span, PresenceState truth, String reason) {
        corrections.ask(
                new CorrectionDraft(Kind.CLOCK_OUT, span.start(), span.end(), truth, reason));
    }
}
