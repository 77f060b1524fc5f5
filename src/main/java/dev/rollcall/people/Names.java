package dev.rollcall.people;

import dev.rollcall.shared.InvalidInput;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a code, a name, an address and a zone have to look like. Names are free: they are shown as
/// text and never run, whatever stands in them.
final class Names {

    static final int LONGEST_CODE = 100;
    static final int LONGEST_EXTERNAL_ID = 200;
    static final int LONGEST_NAME = 200;
    static final int LONGEST_EMAIL = 254;

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");

    /// What an address cannot carry, even encoded.
    private static final Pattern BREAKS_ADDRESSES = Pattern.compile("[/\\\\;%]");

    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private Names() {}

    static void checkCode(String code, String pointer, int longest, InvalidInput.Collector found) {
        if (found.check(!code.isBlank(), pointer, "Enter a code.")) {
            found.check(
                    code.codePointCount(0, code.length()) <= longest,
                    pointer,
                    "Use at most %d characters.".formatted(longest));
            found.check(
                    code.equals(code.strip()),
                    pointer,
                    "Remove the space at the beginning or the end.");
            found.check(
                    !CONTROL.matcher(code).find() && !BREAKS_ADDRESSES.matcher(code).find(),
                    pointer,
                    "Leave out slashes, backslashes, semicolons, percent signs and control"
                            + " characters.");
        }
    }

    /// @return the name without space around it
    static String checkName(@Nullable String name, InvalidInput.Collector found) {
        var stripped = name == null ? "" : name.strip();
        if (found.check(!stripped.isEmpty(), "/name", "Enter a name.")) {
            found.check(
                    stripped.codePointCount(0, stripped.length()) <= LONGEST_NAME,
                    "/name",
                    "Use at most %d characters.".formatted(LONGEST_NAME));
            found.check(
                    !CONTROL.matcher(stripped).find(),
                    "/name",
                    "Leave out line breaks and other control characters.");
        }
        return stripped;
    }

    /// @return the address without space around it, null when there is none
    static @Nullable String checkEmail(@Nullable String email, InvalidInput.Collector found) {
        if (email == null || email.isBlank()) {
            return null;
        }
        var stripped = email.strip();
        found.check(
                EMAIL.matcher(stripped).matches()
                        && stripped.length() <= LONGEST_EMAIL
                        && !CONTROL.matcher(stripped).find(),
                "/email",
                "Enter an e-mail address such as name@example.com, at most %d characters long."
                        .formatted(LONGEST_EMAIL));
        return stripped;
    }

    /// @return the zone, null when it is missing or wrong
    static @Nullable String checkZone(
            @Nullable String zone, boolean required, InvalidInput.Collector found) {
        if (zone == null || zone.isBlank()) {
            found.check(!required, "/zone", "Enter a time zone such as Europe/Berlin.");
            return null;
        }
        var fine =
                found.check(
                        ZONES.contains(zone),
                        "/zone",
                        "There is no time zone \"%s\". Use a name such as Europe/Berlin."
                                .formatted(shortened(zone)));
        return fine ? zone : null;
    }

    /// As much of a value as belongs in a sentence about it.
    static String shortened(String value) {
        return value.length() <= 80 ? value : value.substring(0, 80) + "…";
    }
}
