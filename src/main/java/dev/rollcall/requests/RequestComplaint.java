package dev.rollcall.requests;

import dev.rollcall.shared.Sentence;
import java.util.List;

/// What can be wrong with what somebody asks for. Screens translate `requests.complaint.<name>`;
/// programs read the English sentence.
enum RequestComplaint {
    WISH_TWICE("One time of one weekday is named twice. Say once whether you like it.");

    private final String english;

    RequestComplaint(String english) {
        this.english = english;
    }

    Sentence with(Object... values) {
        return new Sentence(
                "requests.complaint." + name(), english.formatted(values), List.of(values));
    }
}
