package dev.rollcall.alerts;

import com.vaadin.flow.i18n.I18NProvider;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.security.Access;
import dev.rollcall.security.User;
import dev.rollcall.security.UserLanguages;
import dev.rollcall.security.Users;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Sends alerts by e-mail, where a server and a sender are configured, in the language each reads
/// Rollcall in. What could not be sent waits and is tried again; what was sent in the moment the
/// product was killed may be sent once more.
@Component
class AlertMail {

    private static final Logger LOG = LoggerFactory.getLogger(AlertMail.class);
    private static final int MOST_AT_ONCE = 50;
    private static final int MOST_ATTEMPTS = 5;

    private final AlertTable table;
    private final ObjectProvider<JavaMailSender> server;
    private final String from;
    private final String home;
    private final Locale otherwise;
    private final Users users;
    private final UserLanguages languages;
    private final Directory directory;
    private final Activities activities;
    private final I18NProvider translations;
    private final Access access;

    AlertMail(
            AlertTable table,
            ObjectProvider<JavaMailSender> server,
            AlertProperties properties,
            @Value("${rollcall.public-url}") String home,
            Users users,
            UserLanguages languages,
            Directory directory,
            Activities activities,
            I18NProvider translations,
            Access access) {
        this.table = table;
        this.server = server;
        this.from = properties.mailFrom();
        this.home = home;
        this.otherwise = properties.mailLanguage();
        this.users = users;
        this.languages = languages;
        this.directory = directory;
        this.activities = activities;
        this.translations = translations;
        this.access = access;
    }

    boolean isOn() {
        return !from.isBlank() && server.getIfAvailable() != null;
    }

    @Scheduled(initialDelay = 30_000, fixedDelay = 5_000)
    void sendWhatWaits() {
        var sender = server.getIfAvailable();
        if (sender != null && !from.isBlank()) {
            access.asSystem("alerts", () -> send(sender));
        }
    }

    /// Stops at the first trouble: the server that refused one is asked again later.
    void send(JavaMailSender sender) {
        for (var mail : table.mails(MOST_AT_ONCE)) {
            var to = users.find(mail.to()).filter(User::enabled);
            var agent = directory.agent(mail.alert().agent());
            if (to.isEmpty() || agent.isEmpty()) {
                table.mailed(mail, "FAILED");
                continue;
            }
            try {
                sender.send(message(mail.alert(), agent.get(), to.get()));
                table.mailed(mail, "SENT");
            } catch (MailException e) {
                // Never the address: logs carry no personal data.
                LOG.warn("An alert could not be mailed: {}", e.getClass().getSimpleName());
                table.mailed(mail, mail.attempts() + 1 < MOST_ATTEMPTS ? "WAITING" : "FAILED");
                return;
            }
        }
    }

    private SimpleMailMessage message(Alert alert, Agent agent, User to) {
        var language = languages.of(to.id()).orElse(otherwise);
        var time =
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(language)
                        .format(alert.since().atZone(agent.zone()));
        var sentence =
                say(
                        language,
                        alert.severity() == AlertRule.Level.SEVERE
                                ? "alerts.notice.severe"
                                : "alerts.notice.out",
                        agent.name(),
                        time);
        var planned =
                Optional.ofNullable(alert.activity())
                        .map(code -> activities.of(code).map(Activity::name).orElse(code))
                        .map(name -> say(language, "alerts.notice.planned", name) + "\n")
                        .orElse("");
        var message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(to.email());
        message.setSubject(sentence);
        message.setText(
                sentence
                        + " ("
                        + agent.zone()
                        + ")\n"
                        + planned
                        + "\n"
                        + home
                        + "/adherence/agent/"
                        + agent.externalId()
                        + "\n");
        return message;
    }

    private String say(Locale language, String key, Object... arguments) {
        return translations.getTranslation(key, language, arguments);
    }
}
