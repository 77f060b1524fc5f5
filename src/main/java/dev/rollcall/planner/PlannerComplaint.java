package dev.rollcall.planner;

import dev.rollcall.shared.Sentence;
import java.util.List;

/// What can be wrong with what a planner wants to save. Screens translate
/// `planner.complaint.<name>`; programs read the English sentence.
enum PlannerComplaint {
    TOO_MANY_DAYS("At most %d days are changed at once. Choose fewer people or days."),
    TWICE("%s is changed twice at once."),
    NO_NAME("Give the template a name of 1 to 60 characters."),
    NAME_TAKEN("There is a template of this name already."),
    UNKNOWN_UNIT("There is no such unit among those you plan."),
    NO_HOURS("Say from when to when there is work."),
    TOO_LONG("From the first hour to the last a shift has at most %d hours."),
    UNKNOWN_ACTIVITY("There is no such activity that interrupts work."),
    BAD_LENGTH("A pause lasts 1 minute to 12 hours."),
    BAD_WINDOW("A pause begins, at the latest, not before it may begin at the earliest."),
    PAUSE_OUTSIDE("A pause ends before the shift does."),
    BAD_WEEKLY("Somebody works 0 to 168 hours a week."),
    BAD_DAYS("Somebody works on 0 to 7 days a week."),
    BAD_REST("Rest between shifts is 0 to 48 hours."),
    TOO_MUCH_AVAILABILITY("A weekday has at most %d stretches."),
    AVAILABILITY_TWICE("Two stretches of a weekday begin at the same time."),
    TEMPLATE_IN_USE("A rotation uses this template. Take it out of the rotation first."),
    ROTATION_TAKEN("There is a rotation of this name already."),
    ROTATION_IN_USE(
            "People work by this rotation, or did. It stays, so that one can see what was."),
    BAD_WEEKS("A rotation has 1 to %d weeks."),
    EMPTY_ROTATION("Give at least one weekday a template."),
    UNKNOWN_TEMPLATE("One of the templates is gone. Choose another one.");

    private final String english;

    PlannerComplaint(String english) {
        this.english = english;
    }

    Sentence with(Object... values) {
        return new Sentence(
                "planner.complaint." + name(), english.formatted(values), List.of(values));
    }
}
