package dev.rollcall.feedback.ui;

import dev.rollcall.feedback.Feedback;
import dev.rollcall.feedback.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// What somebody hears again and again, for themselves. Pure.
final class OwnThemes {

    private static final int MOST = 5;

    private OwnThemes() {}

    /// @param praise how often as praise
    /// @param notes how often as a note
    record Theme(String tag, long praise, long notes) {}

    /// What was said twice or more, the most first.
    static List<Theme> of(List<Feedback> all) {
        return all.stream()
                .flatMap(each -> each.tags().stream())
                .distinct()
                .map(tag ->
                        new Theme(tag, count(all, tag, Kind.PRAISE), count(all, tag, Kind.NOTE)))
                .filter(each -> each.praise() + each.notes() > 1)
                .sorted(
                        Comparator.comparing((Theme each) -> -each.praise() - each.notes())
                                .thenComparing(Theme::tag))
                .limit(MOST)
                .collect(Collectors.toList());
    }

    private static long count(List<Feedback> all, String tag, Kind kind) {
        return all.stream()
                .filter(each -> each.kind() == kind && each.tags().contains(tag))
                .count();
    }
}
