package dev.rollcall.api;

import dev.rollcall.shared.InvalidInput;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Versions as `ETag` and `If-Match` carry them: the number in quotes.
final class ETags {

    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"(\\d{1,9})\"|(\\d{1,9})");

    private ETags() {}

    static String of(long version) {
        return "\"" + version + "\"";
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
            throw InvalidInput.of(
                    "/If-Match", "This is the ETag of an answer, such as \"3\" in its quotes.");
        }
        var quoted = version.group(1);
        return Integer.valueOf(quoted == null ? version.group(2) : quoted);
    }

    static @Nullable Long expectedLong(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        var expected = expected(ifMatch, ifNoneMatch);
        return expected == null ? null : Long.valueOf(expected);
    }
}
