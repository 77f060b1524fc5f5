package dev.rollcall.security;

import dev.rollcall.shared.Sentence;
import java.util.List;

/// What can be wrong with a user, a role or a password somebody wants to save. Screens translate
/// `security.complaint.<name>`; programs and logs read the English sentence.
enum Complaint {
    AGENT_TAKEN("This agent already has a user: %s."),
    BAD_CODE("Use small letters, digits and hyphens, at most 100 of them."),
    BAD_EMAIL("Enter an e-mail address such as name@example.com."),
    BAD_NAME("Enter a name of at most %d characters."),
    BUILT_IN("Built-in roles cannot be changed. Choose another code."),
    BUILT_IN_STAYS("Built-in roles stay."),
    CODE_TAKEN("There is already a role with the code \"%s\". Choose another."),
    DISABLED("This user is disabled. Enable them first."),
    EMAIL_TAKEN("Somebody else signs in with this address. Choose another."),
    LAST_ADMIN("Nobody else manages users. Give somebody else the role Admin first."),
    LONG_PASSWORD("Use at most %d bytes."),
    ROLE_GIVEN("Somebody has this role. Take it from everybody first."),
    SHORT_PASSWORD("Use at least %d characters."),
    UNKNOWN_AGENT("There is no such agent."),
    UNKNOWN_PLACE("There is no such unit or group."),
    UNKNOWN_ROLE("There is no role \"%s\".");

    private final String english;

    Complaint(String english) {
        this.english = english;
    }

    String key() {
        return "security.complaint." + name();
    }

    Sentence with(Object... values) {
        return new Sentence(key(), english.formatted(values), List.of(values));
    }
}
