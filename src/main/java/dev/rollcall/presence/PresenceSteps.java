package dev.rollcall.presence;

import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.readiness.SetupStep;
import dev.rollcall.readiness.Standing;
import dev.rollcall.readiness.Standing.State;
import dev.rollcall.readiness.Standing.Way;
import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// What has to be settled about presence: whose is tracked, and that something reports any.
@Configuration(proxyBeanMethods = false)
class PresenceSteps {

    private static final Duration LONG = Duration.ofDays(1);

    @Bean
    @Order(30)
    SetupStep trackedStep(Tracking tracking, Directory directory) {
        return SetupStep.of(
                "presence.ready.tracked",
                (_, _) -> {
                    var policy = tracking.policy();
                    var everybody = directory.agents(Scope.everyone());
                    long people = everybody.stream().filter(policy::tracks).count();
                    var fact = policy.enabled() ? people == 0 ? "nobody" : "some" : "off";
                    return new Standing(
                            people > 0 ? State.DONE : State.LOOK,
                            "presence.ready.tracked." + fact,
                            List.of(people, everybody.size(), policy.groups().size()),
                            List.of(new Way("presence.ready.tracked.way", "settings/workforce")));
                });
    }

    @Bean
    @Order(90)
    SetupStep reportedStep(FeedTable feeds, ApplicationClock clock) {
        return SetupStep.of(
                "presence.ready.reported",
                (_, locale) -> {
                    var sources =
                            feeds.known().stream()
                                    .map(FeedTable.Known::name)
                                    .filter(name -> !name.startsWith(LogEntry.OWN_SOURCES))
                                    .toList();
                    var last =
                            sources.stream()
                                    .flatMap(name -> feeds.lastEvent(name).stream())
                                    .max(Comparator.naturalOrder());
                    boolean lately =
                            last.filter(at -> at.isAfter(clock.instant().minus(LONG))).isPresent();
                    return new Standing(
                            Standing.doneOrLook(lately),
                            "presence.ready.reported." + (last.isEmpty() ? "never" : "last"),
                            List.of(
                                    sources.size(),
                                    last.map(at -> said(at, locale, clock.getZone())).orElse("")),
                            List.of(
                                    new Way("presence.ready.reported.feeds", "settings/feeds"),
                                    new Way("presence.ready.reported.token", "settings/tokens")));
                });
    }

    private static String said(Instant at, Locale locale, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone));
    }
}
