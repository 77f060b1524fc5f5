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
    TOO_MANY("A day has at most %s entries; this is one more for \"%s\" on %s."),
    TOO_LONG("This lasts %s hours; a shift lasts at most 24. Split it, or plan it as time off."),
    FAR_FROM_DATE(
            "What belongs to %s starts the day before at the earliest and ends two days later at the latest."),
    TOO_MUCH("The file has more than %s entries. Import it in parts."),
    OVERLAP("This overlaps line %s: one person, one time. Keep one of the two."),
    OVERLAP_ITEM("This overlaps %s: one person, one time. Keep one of the two."),
    NOT_ICS("This is no iCalendar file: such a file begins with BEGIN:VCALENDAR."),
    NO_EVENTS("There is no event (VEVENT) in the file."),
    OPEN_EVENT("The event that begins here lacks its END:VEVENT."),
    BAD_PROPERTY("\"%s\" is no property such as SUMMARY:Work."),
    EVENT_NO_AGENT(
            "The event does not say whose it is. Give it an ATTENDEE with the person's e-mail address"
                    + " or X-ROLLCALL-AGENT with their id, or name one person for the whole file."),
    UNKNOWN_ATTENDEE("Nobody has the e-mail address \"%s\"."),
    AMBIGUOUS_ATTENDEE(
            "Several people have the e-mail address \"%s\". Say in X-ROLLCALL-AGENT who is meant."),
    EVENT_NO_ACTIVITY(
            "\"%s\" is no activity. Name one in CATEGORIES or SUMMARY, or say what such events count as."),
    BAD_TIME("%s is \"%s\", which is not a time such as 20260302T080000."),
    BAD_DURATION("The duration \"%s\" is not one such as PT8H30M."),
    UNKNOWN_ZONE("Unknown time zone \"%s\". Write one such as Europe/Berlin."),
    END_FIRST("The end does not lie after the start."),
    ALL_DAY(
            "%s cannot last all day: only time off has no hours. Give the event a start and an end."),
    BAD_RULE("The recurrence \"%s\" cannot be read. Write one such as FREQ=WEEKLY;BYDAY=MO,TU."),
    RULE_TOO_OFTEN("A plan repeats by day, week, month or year, not as in \"%s\"."),
    TOO_MANY_TIMES("This repeats more than %s times. Let it end earlier."),
    NOT_JSON("The file is not valid JSON on line %s. Look at its quotes, commas and brackets."),
    NOT_GRAPH("A list of shifts has them in \"value\", or in \"shifts\" and \"timesOff\"."),
    MORE_PAGES("The list goes on elsewhere. Put the items of all its pages into one \"value\"."),
    DRAFT_ONLY("This is only a draft. Share it with the team first, or leave it out."),
    OPEN_SHIFT("This is an open shift and nobody's yet. Leave it out."),
    BAD_ITEM("This is neither a shift nor time off. Leave it out."),
    BAD_INSTANT("\"%s\" is not a time with an offset such as 2026-03-02T08:00:00Z."),
    NOT_ALL_DAY("A holiday lasts all day; this has hours."),
    LONG_HOLIDAY("A holiday lasts at most %s days."),
    NO_NAME("The holiday has no name; give the event a SUMMARY."),
    OUTSIDE_SHIFT("The activity reaches beyond its shift.");

    private final String english;

    LineProblem(String english) {
        this.english = english;
    }

    String sentence(List<String> values) {
        return english.formatted(values.toArray());
    }
}
