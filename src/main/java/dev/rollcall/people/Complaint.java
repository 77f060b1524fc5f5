package dev.rollcall.people;

import dev.rollcall.shared.Sentence;
import java.util.List;

/// What can be wrong with a unit, a department, a group or an agent somebody wants to save. Screens
/// translate `people.complaint.<name>`; programs read the English sentence.
enum Complaint {
    NO_CODE("Enter a code."),
    NO_EXTERNAL_ID("Enter an external id."),
    TOO_LONG("Use at most %d characters."),
    SPACE_AROUND("Remove the space at the beginning or the end."),
    BREAKS_ADDRESSES(
            "Leave out slashes, backslashes, semicolons, percent signs and control characters."),
    NO_NAME("Enter a name."),
    CONTROL("Leave out line breaks and other control characters."),
    BAD_EMAIL("Enter an e-mail address such as name@example.com, at most %d characters long."),
    NO_ZONE("Enter a time zone such as Europe/Berlin."),
    UNKNOWN_ZONE("There is no time zone \"%s\". Use a name such as Europe/Berlin."),
    NO_WORKING_DAY("Choose at least one working day."),
    NOT_AT_THE_TOP("Name the unit above it: you may not add or move units at the top."),
    OWN_PARENT("A unit cannot be its own parent. Choose another unit."),
    PARENT_BELOW("The unit \"%s\" lies below this one. Choose a parent outside of it."),
    NO_UNIT("Name a unit."),
    UNKNOWN_UNIT("There is no unit \"%s\"."),
    UNKNOWN_GROUP("There is no group \"%s\"."),
    GROUPS_STAY(
            "Groups belong to this department (%s), so it stays in its unit. Make another department"
                    + " there."),
    LAST_GROUP(
            "A department keeps one group at least, and this is the last one of \"%s\". Put another"
                    + " group into it first."),
    UNKNOWN_DEPARTMENT("This unit has no department \"%s\"."),
    OTHER_DEPARTMENT(
            "The group's department belongs to another unit. Choose one of this unit, or none."),
    UNKNOWN_CHANNEL("Use one of TICKET, CHAT, CALL and TEAM."),
    TAKEN("There is already one with the code \"%s\". Choose another.");

    private final String english;

    Complaint(String english) {
        this.english = english;
    }

    String key() {
        return "people.complaint." + name();
    }

    Sentence with(Object... values) {
        return new Sentence(key(), english.formatted(values), List.of(values));
    }
}
