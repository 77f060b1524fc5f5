package dev.rollcall.presence.ui;

import dev.rollcall.kit.RecordGrid;
import dev.rollcall.presence.Feed;
import dev.rollcall.shared.ApplicationClock;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The sources and how they are.
final class FeedGrid extends RecordGrid<Feed> {

    FeedGrid(ApplicationClock clock) {
        super(feed -> key(feed.source()));
        var words = new FeedWords(this::getTranslation);
        nameColumn(
                header("source"),
                Feed::source,
                feed -> words.ago(feed.lastSign(), clock.instant()));
        markedColumn(
                "state", header("state"), Layout.NARROW, "7.5rem", words::state, FeedWords::mark);
        textColumn(
                "lastEvent",
                header("lastEvent"),
                Layout.MEDIUM,
                "8rem",
                feed -> words.ago(feed.lastEvent(), clock.instant()));
        textColumn(
                "lastHeartbeat",
                header("lastHeartbeat"),
                Layout.WIDE,
                "8rem",
                feed -> words.ago(feed.lastHeartbeat(), clock.instant()));
        textColumn("lag", header("lag"), Layout.WIDE, "6rem", feed -> words.length(feed.lag()));
        numberColumn("events", header("events"), Layout.WIDE, Feed::eventsLastHour);
        numberColumn("rejected", header("rejected"), Feed::rejectedLastDay);
        numberColumn("people", header("people"), feed -> feed.people().size());
    }

    /// What addresses call a source, which is a path itself.
    static String key(String source) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(source.getBytes(StandardCharsets.UTF_8));
    }

    private String header(String key) {
        return getTranslation("presence.feeds." + key);
    }
}
