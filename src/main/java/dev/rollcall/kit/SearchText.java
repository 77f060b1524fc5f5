package dev.rollcall.kit;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody searches for, as people look for names: every word has to be somewhere; accents
/// and capitals make no difference.
public final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final List<String> words;

    public SearchText(String text) {
        words = SPACE.splitAsStream(plain(text)).filter(word -> !word.isEmpty()).toList();
    }

    /// Whether every word is part of one of the texts; nothing to search for is part of all.
    public boolean isIn(@Nullable String... texts) {
        if (words.isEmpty()) {
            return true;
        }
        var plain = Arrays.stream(texts).filter(Objects::nonNull).map(SearchText::plain).toList();
        return words.stream().allMatch(word -> plain.stream().anyMatch(t -> t.contains(word)));
    }

    /// A text without its marks and capitals.
    public static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
