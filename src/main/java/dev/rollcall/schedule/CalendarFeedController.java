package dev.rollcall.schedule;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Answers calendars that ask at a secret address. What is no address, or none any more, is not
/// there; all of them together may ask so often that everybody's calendar can be read once a minute
/// and nobody takes the database from those at work.
@RestController
class CalendarFeedController {

    private static final int A_SECOND = 20;
    private static final int BURST = 200;
    private static final int SECRET_LENGTH = 43;
    private static final MediaType CALENDAR =
            MediaType.parseMediaType("text/calendar;charset=UTF-8");

    private final CalendarFeeds feeds;
    private final Bucket bucket =
            Bucket.builder()
                    .addLimit(limit ->
                            limit.capacity(BURST).refillGreedy(A_SECOND, Duration.ofSeconds(1)))
                    .build();

    CalendarFeedController(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    @GetMapping(CalendarFeeds.ADDRESS + "{secret}.ics")
    ResponseEntity<String> get(@PathVariable String secret) {
        if (!bucket.tryConsume(1)) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, "60")
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        return (secret.length() == SECRET_LENGTH ? feeds.read(secret) : Optional.<String>empty())
                .map(text ->
                        ResponseEntity.ok()
                                .contentType(CALENDAR)
                                .cacheControl(CacheControl.noStore())
                                .header("X-Robots-Tag", "noindex")
                                .body(text))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.NOT_FOUND)
                                .cacheControl(CacheControl.noStore())
                                .build());
    }
}
