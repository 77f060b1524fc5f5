package dev.rollcall.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.vaadin.flow.i18n.I18NProvider;
import dev.rollcall.adherence.LiveBoard;
import dev.rollcall.alerts.AlertRule.Level;
import dev.rollcall.alerts.Alerts.Show;
import dev.rollcall.deeds.Deeds;
import dev.rollcall.notifications.OwnNotices;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.schedule.Activities;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.security.UserLanguages;
import dev.rollcall.security.Users;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Dana and Erin have been on a break since 07:50 though work is planned; it is 8 o'clock. Kim
/// looks after both. A rule tells of whoever is out for 12 minutes, and the agent 2 minutes before.
@ModuleTest
class AlertsTests {

    @Autowired private AlertRules rules;
    @Autowired private AlertWatch watch;
    @Autowired private AlertTable table;
    @Autowired private Alerts alerts;
    @Autowired private LiveBoard board;
    @Autowired private OwnNotices notices;
    @Autowired private ApplicationClock clock;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private Users users;
    @Autowired private UserLanguages languages;
    @Autowired private Deeds deeds;
    @Autowired private Directory directory;
    @Autowired private Activities activities;
    @Autowired private I18NProvider translations;
    @Autowired private Access access;
    @Autowired private JdbcClient jdbc;

    private Floor.Worker danaWorks;
    private Agent dana;
    private UserId danaSelf;
    private UserId kim;
    private UserId admin;

    @BeforeEach
    void danaAndErinAreOut() {
        floor.unit("night", "UTC");
        danaWorks = out("dana");
        dana = danaWorks.agent();
        out("erin");
        danaSelf = signIns.user(dana.id(), Assignment.everywhere(Role.AGENT)).id();
        kim = signIns.user(Assignment.inUnit(Role.SUPERVISOR, dana.unit())).id();
        signIns.user(
                Assignment.inUnit(Role.SUPERVISOR, directory.unit("night").orElseThrow().id()));
        admin = signIns.user(Assignment.everywhere(Role.ADMIN)).id();
        save(rule(0, 12, 2, false, 0));
    }

    private Floor.Worker out(String name) {
        return floor.agent(name)
                .onShift("WORK 06:00-14:00")
                .at("06:00", "AVAILABLE")
                .at("07:50", "UNAVAILABLE/BREAK");
    }

    private static AlertRule rule(long number, int after, int nudge, boolean mail, long version) {
        return new AlertRule(
                number,
                Level.OUT,
                Duration.ofMinutes(after),
                Duration.ofMinutes(nudge),
                "WORK",
                null,
                true,
                mail,
                true,
                version);
    }

    private AlertRule save(AlertRule rule) {
        return SignIns.as(admin, () -> rules.save(rule)).settled();
    }

    private void look() {
        board.settle();
        watch.look();
    }

    private void lookAfter(int minutes) {
        clock.advance(Duration.ofMinutes(minutes));
        look();
    }

    private List<String> told(UserId whom) {
        return SignIns.as(whom, () -> notices.list(false, null)).stream()
                .map(each -> each.told().kind().code())
                .filter(code -> code.startsWith("alert."))
                .toList();
    }

    private List<Alerts.Own> own(Show show) {
        return SignIns.as(kim, () -> alerts.own(show, Long.MAX_VALUE, 10));
    }

    @Test
    void tellsTheAgentThenWhoeverLooksAfterThemOnceAndClearsItWhenTheyAreBack() {
        look();
        assertThat(told(danaSelf)).containsExactly("alert.nudged");
        assertThat(told(kim)).isEmpty();

        lookAfter(2);
        lookAfter(1);
        assertThat(told(danaSelf)).containsExactly("alert.nudged");
        assertThat(told(kim)).containsExactly("alert.raised", "alert.raised");
        assertThat(own(Show.OPEN)).hasSize(2);

        danaWorks.at("08:03", "AVAILABLE");
        look();
        assertThat(told(kim)).as("nobody's concern any more").containsExactly("alert.raised");
        assertThat(own(Show.OPEN)).hasSize(1);
        assertThat(own(Show.ALL)).hasSize(2);
        assertThat(jdbc.sql("select count(*) from alert_delivery").query(Integer.class).single())
                .as("the supervisor of the other unit is told nothing")
                .isEqualTo(2);
    }

    @Test
    void aRestartNeitherLosesNorRepeatsAnything() {
        look();
        watch.begin();
        look();
        assertThat(told(danaSelf)).containsExactly("alert.nudged");

        clock.advance(Duration.ofMinutes(2));
        watch.begin();
        look();
        watch.begin();
        look();
        assertThat(told(kim)).hasSize(2);

        danaWorks.at("08:02", "AVAILABLE");
        board.settle();
        watch.begin();
        look();
        assertThat(own(Show.OPEN)).as("who came back meanwhile is cleared").hasSize(1);
        watch.begin();
        look();
        assertThat(own(Show.ALL)).hasSize(2);
    }

    @Test
    void whoeverIsBackInTimeIsNobodysAlert() {
        look();
        danaWorks.at("08:00", "AVAILABLE");
        lookAfter(3);

        assertThat(own(Show.ALL)).hasSize(1);
        assertThat(told(danaSelf)).isEmpty();
    }

    @Test
    void theBudgetHoldsBackWhatIsTooMuchInAnHour() {
        SignIns.as(admin, () -> rules.saveBudget(1, rules.budget().version()));
        look();
        lookAfter(2);

        assertThat(told(kim)).hasSize(1);
        assertThat(own(Show.HELD_BACK)).hasSize(1);
        assertThat(SignIns.as(kim, () -> alerts.page(true, Long.MAX_VALUE, 10, Scope.everyone())))
                .singleElement()
                .satisfies(known -> {
                    assertThat(known.told()).isZero();
                    assertThat(known.heldBack()).isEqualTo(1);
                });

        out("fay");
        lookAfter(60);
        lookAfter(5);
        assertThat(told(kim)).as("an hour later there is budget again").hasSize(2);
    }

    @Test
    void aRuleThatIsOffAndARuleForElsewhereTellNobody() {
        var known = rules.all().getLast();
        var night = directory.unit("night").orElseThrow().id();
        save(
                new AlertRule(
                        known.number(),
                        Level.OUT,
                        known.after(),
                        known.nudge(),
                        null,
                        night,
                        true,
                        false,
                        true,
                        known.version()));
        lookAfter(10);
        assertThat(told(danaSelf)).isEmpty();
    }

    @Test
    void rulesAreCheckedOrderedAndGuarded() {
        assertThatThrownBy(() -> save(rule(0, 9 * 60, 61, false, 0)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e ->
                                assertThat(e.problems())
                                        .extracting(each -> each.pointer())
                                        .containsExactly("/afterSeconds", "/nudgeSeconds"));
        var known = rules.all().getLast();
        save(rule(known.number(), 5, 2, false, known.version()));
        assertThatThrownBy(() -> save(rule(known.number(), 6, 2, false, known.version())))
                .isInstanceOf(EditConflict.class);
        var numbers = rules.all().stream().map(AlertRule::number).toList();
        SignIns.as(
                admin,
                () -> {
                    rules.order(numbers.reversed());
                    return null;
                });
        assertThat(rules.all().stream().map(AlertRule::number).toList())
                .isEqualTo(numbers.reversed());
    }

    @Test
    void whatBecomesSevereAfterItWasToldIsToldOnceMore() {
        var severe =
                new AlertRule(
                        0,
                        Level.SEVERE,
                        Duration.ofMinutes(14),
                        Duration.ZERO,
                        null,
                        null,
                        true,
                        false,
                        true,
                        0);
        save(severe);
        look();
        lookAfter(2);
        assertThat(own(Show.OPEN)).hasSize(2);
        assertThat(own(Show.OPEN).getFirst().alert().severity()).isEqualTo(Level.OUT);

        lookAfter(30);
        lookAfter(1);
        watch.begin();
        look();

        assertThat(own(Show.OPEN))
                .as("one alert each, though there were two steps")
                .hasSize(2)
                .allSatisfy(each -> {
                    assertThat(each.alert().severity()).isEqualTo(Level.SEVERE);
                    assertThat(each.alert().severeAt()).isNotNull();
                });
        assertThat(told(kim))
                .as("what was not read yet is replaced")
                .containsExactly("alert.raised", "alert.raised");
        assertThat(jdbc.sql("select count(*) from alert_delivery").query(Integer.class).single())
                .as("each step reaches Kim once")
                .isEqualTo(4);

        danaWorks.at("08:33", "AVAILABLE");
        look();
        assertThat(told(kim)).containsExactly("alert.raised");
    }

    @Test
    void whatIsSettledCanBeTakenBackUnlessSomebodyChangedItSince() {
        var known = rules.all().getLast();
        var changed =
                SignIns.as(
                        admin,
                        () -> rules.save(rule(known.number(), 20, 0, false, known.version())));
        undo(changed.deed());
        assertThat(rules.all().getLast().after()).isEqualTo(Duration.ofMinutes(12));

        var removed = SignIns.as(admin, () -> rules.remove(known.number(), null));
        assertThat(rules.all()).hasSize(1);
        undo(removed);
        assertThat(rules.all().getLast().number()).isEqualTo(known.number());
        assertThat(rules.all().getLast().nudge()).isEqualTo(Duration.ofMinutes(2));

        var added = SignIns.as(admin, () -> rules.save(rule(0, 7, 0, false, 0)));
        var numbers = rules.all().stream().map(AlertRule::number).toList();
        var ordered = SignIns.as(admin, () -> rules.order(numbers.reversed()));
        undo(ordered);
        assertThat(rules.all().stream().map(AlertRule::number).toList()).isEqualTo(numbers);
        undo(added.deed());
        assertThat(rules.all()).hasSize(2);

        var budget = SignIns.as(admin, () -> rules.saveBudget(3, rules.budget().version()));
        SignIns.as(admin, () -> rules.saveBudget(4, rules.budget().version()));
        assertThatThrownBy(() -> undo(budget.deed())).isInstanceOf(EditConflict.class);
        assertThat(rules.budget().anHour()).isEqualTo(4);
    }

    private void undo(OptionalLong deed) {
        SignIns.as(
                admin,
                () -> {
                    deeds.undo(deed.orElseThrow());
                    return deed;
                });
    }

    @Test
    void mailSpeaksTheLanguageItsReaderLastReadIn() throws Exception {
        SignIns.as(
                kim,
                () -> {
                    languages.remember(Locale.GERMANY);
                    return kim;
                });
        look();
        lookAfter(2);
        jdbc.sql("update alert_delivery set mail = 'WAITING'").update();
        var smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        try {
            var sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(smtp.getSmtp().getPort());
            mail(sender).sendWhatWaits();
            assertThat(smtp.getReceivedMessages()[0].getSubject())
                    .contains("weicht seit 07:50 vom Plan ab");
        } finally {
            smtp.stop();
        }
    }

    @Test
    void goesOutByMailAndWaitsWhileTheServerIsAway() throws Exception {
        look();
        lookAfter(2);
        jdbc.sql("update alert_delivery set mail = 'WAITING'").update();
        var smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        int port = smtp.getSmtp().getPort();
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        var mail = mail(sender);
        smtp.stop();
        mail.sendWhatWaits();
        assertThat(table.mails(10)).hasSize(2);

        var again = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        again.start();
        try {
            mail.sendWhatWaits();
            mail.sendWhatWaits();

            assertThat(table.mails(10)).isEmpty();
            assertThat(again.getReceivedMessages()).hasSize(2);
            var first = again.getReceivedMessages()[0];
            assertThat(first.getSubject()).contains("has been out since 7:50");
            assertThat(first.getContent().toString())
                    .contains("Planned: Work", "https://rollcall.example/adherence/agent/");
            assertThat(first.getFrom()[0]).hasToString("rollcall@example.org");
        } finally {
            again.stop();
        }
        assertThat(alerts.sendsMail()).as("nothing is configured here").isFalse();
    }

    private AlertMail mail(JavaMailSender sender) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        return new AlertMail(
                table,
                beans.getBeanProvider(JavaMailSender.class),
                new AlertProperties(
                        Duration.ZERO, Duration.ofDays(90), "rollcall@example.org", Locale.ENGLISH),
                "https://rollcall.example",
                users,
                languages,
                directory,
                activities,
                translations,
                access);
    }
}
