package dev.rollcall.presence.ui;

import dev.rollcall.kit.DurationWords;
import dev.rollcall.kit.Words;
import dev.rollcall.presence.Feed;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a source is, in words.
final class FeedWords {

    private static final long SECOND = 1_000;

    private final Words words;
    private final DurationWords durations;

    FeedWords(Words words) {
        this.words = words;
        this.durations = new DurationWords(words);
    }

    String state(Feed feed) {
        return words.get("presence.feeds.state." + feed.state());
    }

    static String mark(Feed feed) {
        return switch (feed.state()) {
            case LIVE -> "ready";
            case QUIET -> "quiet";
            case STALE -> "stale";
            case NEVER_HEARD -> "waiting";
        };
    }

    /// What the state means for whoever looks after the source.
    String meaning(Feed feed, Instant now) {
        var key = "presence.feeds.meaning." + feed.state();
        return switch (feed.state()) {
            case STALE -> words.get(key, since(feed.lastSign(), now), feed.people().size());
            case QUIET -> words.get(key + (feed.intervalSeconds() == null ? ".unsure" : ".alive"));
            case LIVE, NEVER_HEARD -> words.get(key);
        };
    }

    /// How long ago, `3 min ago`.
    String ago(@Nullable Instant instant, Instant now) {
        return instant == null
                ? words.get("presence.feeds.never")
                : words.get("presence.feeds.ago", since(instant, now));
    }

    private String since(@Nullable Instant instant, Instant now) {
        var length = instant == null ? Duration.ZERO : Duration.between(instant, now);
        var past = length.isNegative() ? Duration.ZERO : length;
        return past.compareTo(Duration.ofDays(2)) >= 0
                ? words.get("presence.feeds.days", past.toDays())
                : durations.brief(past);
    }

    /// A length that may be less than a second.
    String length(@Nullable Duration duration) {
        if (duration == null) {
            return "–";
        }
        return duration.toMillis() < SECOND
                ? words.get("presence.feeds.underASecond")
                : durations.brief(duration);
    }

    String ahead(Feed feed) {
        return feed.ahead().isZero()
                ? words.get("presence.feeds.clockFine")
                : words.get("presence.feeds.clockAhead", durations.brief(feed.ahead()));
    }
}
