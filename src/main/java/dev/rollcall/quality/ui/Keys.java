package dev.rollcall.quality.ui;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names for what has none yet, each used once on a card. What has one keeps it: answers name it.
final class Keys {

    private static final int LONGEST = 30;

    private final Set<String> used = new HashSet<>();

    String of(@Nullable String known, String text, String otherwise) {
        if (known != null && used.add(known)) {
            return known;
        }
        var plain =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var base =
                plain.isEmpty() ? otherwise : plain.substring(0, Math.min(plain.length(), LONGEST));
        base = base.replaceAll("-$", "");
        var key = base;
        for (int i = 2; !used.add(key); i++) {
            key = base + "-" + i;
        }
        return key;
    }
}
