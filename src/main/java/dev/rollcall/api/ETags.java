package dev.rollcall.api;

import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/// Versions as `ETag` and `If-Match` carry them: the number in quotes.
final class ETags {

    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"(\\d{1,9})\"|(\\d{1,9})");

    private static final Pattern TEXT = Pattern.compile("(?:W/)?\"([a-z0-9+.]{1,200})\"");
    private static final String NO_ETAG =
            "This is the ETag of an answer, such as \"3\" in its quotes.";

    private ETags() {}

    static String of(long version) {
        return "\"" + version + "\"";
    }

    static String of(String version) {
        return "\"" + version + "\"";
    }

    /// The version a writer expects where versions are texts: that of `If-Match`, null when they do
    /// not care.
    ///
    /// @throws InvalidInput when it is no version this application gave out
    static @Nullable String expectedText(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        var version = TEXT.matcher(ifMatch.strip());
        if (!version.matches()) {
            throw InvalidInput.of("/If-Match", NO_ETAG);
        }
        return version.group(1);
    }

    /// The version a writer expects: that of `If-Match`, 0 for `If-None-Match: *`, null when they
    /// do not care.
    ///
    /// @throws InvalidInput when it is no version this application gave out
    static @Nullable Integer expected(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifNoneMatch != null && ifNoneMatch.strip().equals("*")) {
            return 0;
        }
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        var version = VERSION.matcher(ifMatch.strip());
        if (!version.matches()) {
            throw InvalidInput.of("/If-Match", NO_ETAG);
        }
        var quoted = version.group(1);
        return Integer.valueOf(quoted == null ? version.group(2) : quoted);
    }

    /// Refuses a writer who means to make something new when it is there already.
    ///
    /// @param read finds it, or throws [NotFound]
    static void checkNew(@Nullable Long expected, Runnable read) {
        if (expected == null || expected != 0) {
            return;
        }
        try {
            read.run();
        } catch (NotFound e) {
            return;
        }
        throw new OptimisticLockingFailureException(
                "It is there already. Read it, and send its ETag as If-Match to replace it.");
    }

    static @Nullable Long expectedLong(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        var expected = expected(ifMatch, ifNoneMatch);
        return expected == null ? null : Long.valueOf(expected);
    }
}
