package dev.rollcall.performance.ui;

import dev.rollcall.performance.Share;
import java.util.stream.Collectors;

/// What is shared, in words.
final class ShareWords {

    private final PerformanceWords words;

    ShareWords(PerformanceWords words) {
        this.words = words;
    }

    /// `Oct 2026: Payments collected, Total calls, by day`.
    String what(Share share) {
        var metrics =
                share.metrics().stream()
                        .sorted()
                        .map(words::name)
                        .collect(Collectors.joining(", "));
        return words.say(
                share.days() ? "share.whatByDay" : "share.whatOf",
                words.month(share.month()),
                metrics);
    }
}
