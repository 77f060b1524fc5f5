package dev.rollcall.shared;

import java.util.List;

/// A sentence for whoever typed or sent something: programs read it in English, screens look it up
/// in the reader's language.
///
/// @param key what translations call it
/// @param values what fills the places of the translated text, in their order
public record Sentence(String key, String english, List<Object> values) {

    public Sentence {
        values = List.copyOf(values);
    }
}
