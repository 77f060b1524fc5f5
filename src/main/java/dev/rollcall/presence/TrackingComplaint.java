package dev.rollcall.presence;

import dev.rollcall.shared.Sentence;
import java.util.List;

/// What can be wrong with the settings of tracking somebody wants to save. Screens translate
/// `presence.complaint.<name>`; programs read the English sentence.
enum TrackingComplaint {
    UNKNOWN_GROUP("One of the groups is not there any more. Choose among those that are."),
    BAD_FORGOTTEN("A clock-out counts as forgotten after %d to %d minutes."),
    TOO_MANY_REASONS("There are %d reasons at most."),
    NO_REASON(
            "Keep one reason for being unavailable at least: nobody can be unavailable without"
                    + " one."),
    BAD_CODE(
            "A code begins with a capital letter and has capital letters, digits and underscores, %d"
                    + " at most."),
    CODE_TWICE("The code \"%s\" is there twice."),
    BAD_NAME("A name has one to %d characters."),
    BAD_BASE("A reason explains why somebody is unavailable or clocks out."),
    BAD_LIMIT("A limit is whole minutes, between 1 minute and 24 hours."),
    REASON_GONE("The reason \"%s\" is missing. Reasons are retired, not removed."),
    BASE_STAYS("The reason \"%s\" keeps what it explains."),
    NO_NAME("A new reason needs a name.");

    private final String english;

    TrackingComplaint(String english) {
        this.english = english;
    }

    String key() {
        return "presence.complaint." + name();
    }

    Sentence with(Object... values) {
        return new Sentence(key(), english.formatted(values), List.of(values));
    }
}
