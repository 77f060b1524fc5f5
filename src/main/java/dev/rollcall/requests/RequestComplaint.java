package dev.rollcall.requests;

import dev.rollcall.shared.Sentence;
import java.util.List;

/// What can be wrong with what somebody asks for. Screens translate `requests.complaint.<name>`;
/// programs read the English sentence.
enum RequestComplaint {
    WISH_TWICE("One time of one weekday is named twice. Say once whether you like it."),
    BAD_CODE("A code has 1 to 40 capital letters, digits, dots, dashes and underscores."),
    NO_NAME("Give it a name of 1 to %d characters."),
    NO_TIME_OFF("Choose an activity of the category time off."),
    MEASURE_STAYS("What it is counted in stays as it is. Add another kind of time off instead."),
    UNKNOWN_TYPE("There is no such kind of time off that one may ask for."),
    BAD_YEAR("The year is between 2000 and 2199."),
    BAD_AMOUNT("An amount has at most two decimals and lies below 10,000."),
    BAD_DAYS_AHEAD("Requests are made 0 to 365 days ahead."),
    BAD_MOST_AWAY("At least one may be away, at most 10,000."),
    WRONG_ORDER("The last day is not before the first."),
    TOO_EARLY("The first day is %s at the earliest."),
    TOO_LATE("The last day is %s at the latest."),
    TOO_LONG("One request has at most %d days. Ask for the rest in another one."),
    PART_OF_ONE_DAY("Hours are those of one day. Choose the same first and last day."),
    SAME_HOURS("The hours end at another time than they begin."),
    TEXT_TOO_LONG("Use at most %d characters."),
    OVERLAPS("You have asked for time off from %s to %s already. Take that back first."),
    NOTHING_TO_TAKE("You would not work then anyway, so there is nothing to take."),
    PLANNED_ANEW(
            "%s was planned anew since. Somebody who plans you has to cancel this: they see which days"
                    + " they have to plan."),
    OVER_ALLOWANCE("Of %s there are %s left in %d, and this takes %s."),
    NO_ANSWER("Say why: whoever asked will read it."),
    SWAP_TOO_LATE("Only shifts from tomorrow on change hands."),
    NO_SHIFT("You have no shift on that date."),
    NO_COLLEAGUE("There is no such colleague of yours."),
    OFFERED_ALREADY("You have offered this shift already."),
    PLAN_CHANGED("The day was planned anew since it was offered, so the offer is over."),
    NOT_FREE("Somebody is not free that day: there is another shift or time off."),
    NO_HOURS("Say from when to when there is work."),
    SHIFT_TOO_LONG("A shift lasts at most %d hours."),
    BAD_PLACES("There are 1 to %d places."),
    UNKNOWN_GROUP("There is no such group any more."),
    NO_PLACE("No place is left."),
    CLAIMED_ALREADY("You have claimed this shift already.");

    private final String english;

    RequestComplaint(String english) {
        this.english = english;
    }

    Sentence with(Object... values) {
        return new Sentence(
                "requests.complaint." + name(), english.formatted(values), List.of(values));
    }
}
