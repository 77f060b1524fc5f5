package dev.rollcall.schedule;

import java.util.List;

/// What can be wrong with a line of an imported file. Screens translate `schedule.line.<name>`;
/// programs read the English sentence.
public enum LineProblem {
    NOT_UTF8("The line is not UTF-8 text. Save the file as CSV UTF-8."),
    OPEN_QUOTE("A quote is opened and not closed on this line."),
    NOT_CSV("The line is not valid CSV; look at its quotes."),
    EMPTY_FILE("The file is empty. Its first line is the header %s."),
    COLUMN_TWICE("The header names the column \"%s\" twice. Expected is %s."),
    UNKNOWN_COLUMN("The header has an unknown column \"%s\". Expected is %s."),
    MISSING_COLUMN("The header lacks the column %s. Expected is %s."),
    FIELDS("The number of fields on this line is %s; the header has %s."),
    NO_AGENT("The agent is missing."),
    UNKNOWN_AGENT("Unknown agent \"%s\"."),
    NO_DATE("The date is missing."),
    BAD_DATE("The date \"%s\" is not a date such as 2026-03-02."),
    NO_ACTIVITY("The activity is missing."),
    UNKNOWN_ACTIVITY("Unknown activity \"%s\". The activities are listed in the settings."),
    NO_START("The start is missing."),
    BAD_START("The start \"%s\" is not a time of day such as 17:30."),
    START_SKIPPED("The start %s does not exist on %s in %s: the clocks go forward over it."),
    NO_END("The end is missing."),
    BAD_END("The end \"%s\" is not a time of day such as 17:30."),
    END_SKIPPED("The end %s does not exist on %s in %s: the clocks go forward over it."),
    TOO_MANY("A day has at most %s entries; this is one more for \"%s\" on %s.");

    private final String english;

    LineProblem(String english) {
        this.english = english;
    }

    String sentence(List<String> values) {
        return english.formatted(values.toArray());
    }
}
