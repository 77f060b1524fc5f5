package dev.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.people.AgentId;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@ModuleTest
class CalendarFeedsTests {

    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private CalendarFeeds feeds;
    @Autowired private JdbcClient jdbc;

    private UserId dana = new UserId(0);

    @BeforeEach
    void danaAndKenjiWork() {
        floor.unit("north", "Europe/Berlin");
        var agent = agent("dana");
        agent("kenji");
        dana = signIns.user(agent, Assignment.everywhere(Role.AGENT)).id();
    }

    private AgentId agent(String id) {
        return floor.agent(id, "north").onShift("WORK 08:00 16:00").agent().id();
    }

    @Test
    void showOnesOwnShiftsAndNobodyElses() {
        var text = read(SignIns.as(dana, feeds::make)).orElseThrow();

        assertThat(text)
                .contains("X-ROLLCALL-AGENT:dana\r\n", "DTSTART:20260302T070000Z\r\n")
                .doesNotContain("kenji");
        assertThat(SignIns.as(dana, feeds::own))
                .hasValueSatisfying(feed -> assertThat(feed.readAt()).isNotNull());
    }

    @Test
    void endWhenRevokedOrMadeAnew() {
        var first = SignIns.as(dana, feeds::make);
        var second = SignIns.as(dana, feeds::make);
        assertThat(second).isNotEqualTo(first);
        assertThat(read(first)).isEmpty();
        assertThat(read(second)).isPresent();

        SignIns.as(
                dana,
                () -> {
                    feeds.revoke();
                    return dana;
                });

        assertThat(read(second)).isEmpty();
        assertThat(SignIns.as(dana, feeds::own)).isEmpty();
    }

    @Test
    void keepNoSecretAndLeaveATrail() {
        var address = SignIns.as(dana, feeds::make);
        var secret = secret(address);

        assertThat(
                        jdbc.sql("select hex(secret_hash) from calendar_feed")
                                .query(String.class)
                                .single())
                .hasSize(64)
                .doesNotContain(secret);
        assertThat(
                        jdbc.sql(
                                        "select concat(what, ' ', which, ' ', after_state) from audit_entry"
                                                + " where what = 'calendar feed'")
                                .query(String.class)
                                .single())
                .isEqualTo("calendar feed dana an address");
    }

    @Test
    void areForAgentsOnly() {
        var nobody = signIns.user(Assignment.everywhere(Role.AGENT)).id();
        assertThatThrownBy(() -> SignIns.as(nobody, feeds::make))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void tellNothingToWhoeverGuesses() {
        assertThat(feeds.read("x".repeat(43))).isEmpty();
        assertThat(feeds.read("")).isEmpty();
    }

    private Optional<String> read(String address) {
        return feeds.read(secret(address));
    }

    private static String secret(String address) {
        return address.substring(address.lastIndexOf('/') + 1).replace(".ics", "");
    }
}
