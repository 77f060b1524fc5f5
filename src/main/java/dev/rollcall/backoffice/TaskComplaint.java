package dev.rollcall.backoffice;

import dev.rollcall.shared.Sentence;
import java.util.List;

/// What can be wrong with a task somebody wants to save. Screens translate
/// `backoffice.complaint.<name>`; programs read the English sentence.
enum TaskComplaint {
    NO_TITLE("Say what is to be done."),
    TOO_LONG("This has at most %d characters."),
    BAD_ESTIMATE("An estimate is between 1 minute and %d hours."),
    UNKNOWN_AGENT("There is no such agent among those you may give work to."),
    UNKNOWN_UNIT("There is no such unit among those you may give work to."),
    NO_UNIT("Choose a unit, or who is to do it.");

    private final String english;

    TaskComplaint(String english) {
        this.english = english;
    }

    Sentence with(Object... values) {
        return new Sentence(
                "backoffice.complaint." + name(), english.formatted(values), List.of(values));
    }
}
