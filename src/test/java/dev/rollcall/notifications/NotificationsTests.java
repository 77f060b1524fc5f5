package dev.rollcall.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.database.Retries;
import dev.rollcall.kit.Reader;
import dev.rollcall.notifications.Notifications.Message;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.User;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.support.Floor;
import dev.rollcall.support.FreshStart;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@ModuleTest
class NotificationsTests {

    @Autowired private Notifications notifications;
    @Autowired private OwnNotices own;
    @Autowired private NoticesGo going;
    @Autowired private Greeting greeting;
    @Autowired private Access access;
    @Autowired private SignIns signIns;
    @Autowired private Floor floor;
    @Autowired private Retries retries;
    @Autowired private JdbcClient database;
    @Autowired private ApplicationClock clock;

    private Floor.Worker worker;
    private User dana;
    private User kim;

    @BeforeEach
    void twoPeople() {
        worker = floor.agent("dana");
        dana = signIns.user(worker.agent().id(), Assignment.everywhere(Role.AGENT));
        kim = signIns.user(Assignment.everywhere(Role.SUPERVISOR));
    }

    @Test
    void areReadByWhomTheyAreForAndNobodyElse() {
        notifications.tell(worker.agent().id(), greeting, Greeting.from("Alex"));
        notifications.tell(dana.id(), greeting, Greeting.from("Bo"));
        notifications.tell(kim.id(), greeting, Greeting.from("Cleo"));

        assertThat(titles(dana)).containsExactly("Greetings from Bo", "Greetings from Alex");
        assertThat(titles(kim)).containsExactly("Greetings from Cleo");
        assertThat(as(dana, () -> own.news(null)).unread()).isEqualTo(2);
    }

    @Test
    void areWordedForTheReaderFromWhatWasKept() {
        notifications.tell(dana.id(), greeting, Greeting.from("Alex"));

        var notice = as(dana, () -> own.list(false, null)).getFirst();

        assertThat(notice.toldAt()).isEqualTo(FreshStart.NOW);
        assertThat(notice.word(reader(Locale.UK, "Europe/Berlin")).details())
                .startsWith("09:00", "Tue 24 Nov")
                .endsWith("Robin");
        assertThat(notice.word(reader(Locale.GERMANY, "Asia/Tokyo")).details())
                .startsWith("17:00", "Di., 24. Nov.");
    }

    @Test
    void wereNeverSaidWhenTheWorkFailed() {
        assertThatThrownBy(() ->
                        retries.inTransaction(() -> {
                            notifications.tell(dana.id(), greeting, Greeting.from("Alex"));
                            throw new IllegalStateException("The work failed");
                        }))
                .hasMessage("The work failed");

        assertThat(titles(dana)).isEmpty();
    }

    @Test
    void sayOneSourceOnce() {
        var recipient = Recipient.of(dana.id());
        for (var name : List.of("first", "again")) {
            notifications.tell(
                    List.of(
                            new Message<>(recipient, greeting, Greeting.from(name), "plan-7"),
                            new Message<>(recipient, greeting, Greeting.from(name), null)));
        }

        assertThat(titles(dana))
                .containsExactly(
                        "Greetings from again", "Greetings from first", "Greetings from first");
    }

    @Test
    void areUnreadUntilTheirReaderReadsThem() {
        for (int i = 1; i <= 3; i++) {
            notifications.tell(dana.id(), greeting, Greeting.from("Alex " + i));
        }
        var second = as(dana, () -> own.list(false, null)).get(1).id();

        as(kim, () -> mark(second));
        assertThat(as(dana, () -> own.news(null)).unread()).isEqualTo(3);
        as(dana, () -> mark(second));
        assertThat(as(dana, () -> own.list(true, null)))
                .extracting(notice -> notice.word(reader(Locale.UK, "UTC")).title())
                .containsExactly("Greetings from Alex 3", "Greetings from Alex 1");
        assertThat(as(dana, () -> own.news(second)).arrived()).hasSize(1);

        as(
                dana,
                () -> {
                    own.readAll();
                    return own;
                });
        assertThat(as(dana, () -> own.news(null)).unread()).isZero();
        assertThat(titles(dana)).hasSize(3);
    }

    @Test
    void goWhenTheyAreOld() {
        notifications.tell(dana.id(), greeting, Greeting.from("Alex"));
        clock.setTo(FreshStart.NOW.plus(Duration.ofDays(60)));
        notifications.tell(dana.id(), greeting, Greeting.from("Bo"));
        clock.setTo(FreshStart.NOW.plus(Duration.ofDays(91)));

        going.drop();

        assertThat(titles(dana)).containsExactly("Greetings from Bo");
    }

    @Test
    void goWithTheirUserAndLeaveOutWhatNobodyCanWord() {
        notifications.tell(dana.id(), greeting, Greeting.from("Alex"));
        notifications.tell(worker.agent().id(), greeting, Greeting.from("Bo"));
        database.sql("update notice set kind = 'test.gone' where user_id is null").update();
        assertThat(titles(dana)).containsExactly("Greetings from Alex");

        database.sql("delete from role_assignment where user_id = ?")
                .param(dana.id().value())
                .update();
        database.sql("delete from app_user where id = ?").param(dana.id().value()).update();

        assertThat(database.sql("select count(*) from notice").query(Integer.class).single())
                .isEqualTo(1);
    }

    @Test
    void areForPeopleOnly() {
        assertThat(own.recipients()).isEmpty();
        assertThatThrownBy(() -> access.asSystem("test", () -> own.news(null)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private NoticeId mark(NoticeId id) {
        own.read(id);
        return id;
    }

    private List<String> titles(User user) {
        return as(user, () -> own.list(false, null)).stream()
                .map(notice -> notice.word(reader(Locale.UK, "UTC")).title())
                .toList();
    }

    private static Reader reader(Locale locale, String zone) {
        return new Reader((key, _) -> key, locale, ZoneId.of(zone));
    }

    private static <T> T as(User user, Supplier<T> work) {
        UserId id = user.id();
        return SignIns.as(id, work);
    }
}
