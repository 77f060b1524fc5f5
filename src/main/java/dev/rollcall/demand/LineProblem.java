package dev.rollcall.demand;

import java.util.List;

/// What can be wrong with a line of an imported file. Screens translate `demand.line.<name>`;
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
    NO_GROUP("The group is missing."),
    UNKNOWN_GROUP("Unknown group \"%s\"."),
    PLAIN_TEAM("\"%s\" is a plain team without a channel: nothing comes to it."),
    NO_START("The start is missing."),
    BAD_START("The start \"%s\" is not a local time such as 2026-03-02T08:30."),
    START_SKIPPED("The start %s does not exist in %s: the clocks go forward over it."),
    NOT_A_HALF_HOUR(
            "The start %s is not the start of a half hour; in %s they start at %s and %s past the"
                    + " hour."),
    TWICE("The half hour %s of the group \"%s\" is in the file twice."),
    BAD_VOLUME("The volume \"%s\" is not a number from 0 to %s, with a point for decimals."),
    BAD_HANDLING("The handling time \"%s\" is not a whole number of seconds from 1 to %s."),
    TOO_MUCH("This would keep more than %s people busy. Is the handling time in seconds?"),
    BAD_HEADS("The heads \"%s\" are not a whole number from 0 to %s.");

    private final String english;

    LineProblem(String english) {
        this.english = english;
    }

    String sentence(List<String> values) {
        return english.formatted(values.toArray());
    }
}
