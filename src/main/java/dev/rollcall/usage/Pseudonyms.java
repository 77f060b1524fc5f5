package dev.rollcall.usage;

import dev.rollcall.people.AgentId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Names for people whom nobody can name: HMAC-SHA-256 (RFC 2104) of an agent’s number under the
/// secret of one week, cut to 128 bits. Each week has a secret of its own, so that the same person
/// is somebody else in the next; without the secret nobody can tell who it was. Pure.
final class Pseudonyms {

    static final int SECRET_BYTES = 32;
    private static final int BYTES = 16;
    private static final String ALGORITHM = "HmacSHA256";

    private Pseudonyms() {}

    /// The week whose secret counts on a day, by its Monday.
    static LocalDate week(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    static byte[] of(AgentId agent, byte[] secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            var number = ByteBuffer.allocate(Long.BYTES).putLong(agent.value()).array();
            return Arrays.copyOf(mac.doFinal(number), BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
