package dev.rollcall.presence.ui;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The letters that choose the entries of a menu: of each its first letter that no other has, in
/// whatever language it is said.
final class Letters {

    private final Map<String, Optional<String>> letters = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /// @param lasting what is there whenever the menu opens: its letters stay the same, whatever
    ///   else comes and goes
    Letters(List<String> lasting) {
        lasting.forEach(this::of);
    }

    Optional<String> of(String text) {
        return letters.computeIfAbsent(text, this::firstFree);
    }

    private Optional<String> firstFree(String text) {
        return text.toLowerCase(Locale.ROOT)
                .chars()
                .filter(Character::isLetter)
                .mapToObj(Character::toString)
                .filter(taken::add)
                .findFirst();
    }
}
