package dev.rollcall.quality;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What stands on a scorecard.
///
/// @param about what it is for; empty for nothing
public record Sheet(String name, String about, List<Category> categories) {

    public Sheet {
        categories = List.copyOf(categories);
    }

    public Stream<Question> questions() {
        return categories.stream().flatMap(category -> category.questions().stream());
    }

    public Optional<Question> question(String key) {
        return questions().filter(each -> each.key().equals(key)).findFirst();
    }
}
