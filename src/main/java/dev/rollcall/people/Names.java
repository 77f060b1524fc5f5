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

    static void checkCode(String code, InvalidInput.Collector found) {
        checkKey(code, "/code", LONGEST_CODE, Complaint.NO_CODE, found);
    }

    static void checkExternalId(String externalId, InvalidInput.Collector found) {
        checkKey(externalId, "/externalId", LONGEST_EXTERNAL_ID, Complaint.NO_EXTERNAL_ID, found);
    }

    private static void checkKey(
            String code,
            String pointer,
            int longest,
            Complaint missing,
            InvalidInput.Collector found) {
        if (found.check(!code.isBlank(), pointer, missing.with())) {
            found.check(
                    code.codePointCount(0, code.length()) <= longest,
                    pointer,
                    Complaint.TOO_LONG.with(longest));
            found.check(code.equals(code.strip()), pointer, Complaint.SPACE_AROUND.with());
            found.check(
                    !CONTROL.matcher(code).find() && !BREAKS_ADDRESSES.matcher(code).find(),
                    pointer,
                    Complaint.BREAKS_ADDRESSES.with());
        }
    }

    /// @return the name without space around it
    static String checkName(@Nullable String name, InvalidInput.Collector found) {
        var stripped = name == null ? "" : name.strip();
        if (found.check(!stripped.isEmpty(), "/name", Complaint.NO_NAME.with())) {
            found.check(
                    stripped.codePointCount(0, stripped.length()) <= LONGEST_NAME,
                    "/name",
                    Complaint.TOO_LONG.with(LONGEST_NAME));
            found.check(!CONTROL.matcher(stripped).find(), "/name", Complaint.CONTROL.with());
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
                Complaint.BAD_EMAIL.with(LONGEST_EMAIL));
        return stripped;
    }

    /// @return the zone, null when it is missing or wrong
    static @Nullable String checkZone(
            @Nullable String zone, boolean required, InvalidInput.Collector found) {
        if (zone == null || zone.isBlank()) {
            found.check(!required, "/zone", Complaint.NO_ZONE.with());
            return null;
        }
        var fine =
                found.check(
                        ZONES.contains(zone),
                        "/zone",
                        Complaint.UNKNOWN_ZONE.with(shortened(zone)));
        return fine ? zone : null;
    }

    /// As much of a value as belongs in a sentence about it.
    static String shortened(String value) {
        return value.length() <= 80 ? value : value.substring(0, 80) + "…";
    }
}
