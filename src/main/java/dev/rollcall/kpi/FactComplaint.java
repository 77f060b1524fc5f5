package dev.rollcall.kpi;

import dev.rollcall.shared.Sentence;
import java.util.List;

/// What can be wrong with a fact or a file of facts. Screens translate `kpi.complaint.<name>`;
/// programs read the English sentence.
enum FactComplaint {
    REQUIRED("%s is required."),
    NO_TEXT("%s is a text."),
    EMPTY("%s must not be empty."),
    NO_LINE("%s is a text of up to %d characters without line breaks."),
    BAD_VERSION("version is a whole number from 0 on."),
    TOO_EARLY("%s is after 1970."),
    BAD_INSTANT("%s is an RFC 3339 instant with an offset, like 2026-03-02T06:58:11.250Z."),
    BAD_CHOICE("%s is one of %s, not \"%s\"."),
    BAD_NUMBER("%s is a decimal number with up to %d digits after the point, like 152.40."),
    BAD_CURRENCY("currency is an ISO 4217 code like USD, not \"%s\"."),
    BAD_SECONDS("durationSeconds is a whole number from 0 to %d."),
    NO_AMOUNT("amount is required with %s."),
    NEGATIVE_DUE("due is what there was to collect, not negative."),
    NO_CURRENCY("currency is required with an amount: its ISO 4217 code, like USD."),
    OPEN_AND_RESOLVED(
            "resolvedAt belongs to a fact that is RESOLVED or COMPLETED; this one is OPEN."),
    RESOLVED_BEFORE("resolvedAt must not be before at."),
    AHEAD("%s lies more than two minutes in the future. Check the sender's clock."),
    UNKNOWN_AGENT("There is no agent \"%s\". Add them, then replay this fact."),
    OWN_SOURCE("Sources that begin with %s are Rollcall’s own."),
    // What only files have.
    AGENT_MISSING("The agent is missing."),
    NOBODY("There is no agent \"%s\". Add them first."),
    SEVERAL("More than one agent is called \"%s\": use their external id."),
    BAD_DATE("The date is like 2026-03-02 and the time like 06:58:11."),
    BAD_LOCAL("%s is like 2026-03-02T06:58:11, local to the agent, or with an offset."),
    BAD_DURATION("The duration is in seconds, or like 0:02:23."),
    ID_COLUMN("Say which column has the id."),
    AGENT_COLUMN("Say which column has the agent."),
    AT_COLUMN("Say which column has the date and time, or which have the date and the time."),
    KIND_COLUMN("Say which column has the kind, or which kind all of them are."),
    EMPTY_FILE("The file is empty."),
    NO_CSV("The file is no readable CSV."),
    NO_WORKBOOK("The file is no readable workbook (.xlsx)."),
    WIDE_LINE("Line %d has more than %d columns."),
    LONG_CELL("Line %d has a cell of more than %d characters."),
    LONG_FILE("The file has more than %d lines. Send it in several parts.");

    private final String english;

    FactComplaint(String english) {
        this.english = english;
    }

    Sentence with(Object... values) {
        return new Sentence("kpi.complaint." + name(), english.formatted(values), List.of(values));
    }
}
