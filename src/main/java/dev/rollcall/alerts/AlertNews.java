package dev.rollcall.alerts;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.kit.Reader;
import dev.rollcall.notifications.NoticeKind;
import dev.rollcall.notifications.Notifications;
import dev.rollcall.notifications.Notifications.Message;
import dev.rollcall.notifications.Recipient;
import dev.rollcall.notifications.Wording;
import dev.rollcall.people.Agent;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.security.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the bell says of alerts: to the agent first, then to whoever looks after them.
@Component
class AlertNews {

    private static final String NAME = "alert:";
    private static final String SEVERE = ":severe";

    private final Notifications notifications;
    private final Nudged nudged;
    private final Raised raised;

    AlertNews(Notifications notifications, Nudged nudged, Raised raised) {
        this.notifications = notifications;
        this.nudged = nudged;
        this.raised = raised;
    }

    void nudge(Alert alert, Instant alertAt) {
        notifications.tell(
                List.of(
                        new Message<>(
                                Recipient.of(alert.agent()),
                                nudged,
                                new NudgedFacts(alert.since(), alertAt, alert.activity()),
                                source(alert))));
    }

    void raise(Alert alert, Agent agent, Collection<UserId> people) {
        var facts =
                new RaisedFacts(
                        agent.externalId(),
                        agent.name(),
                        alert.since(),
                        alert.activity(),
                        alert.severity() == AlertRule.Level.SEVERE);
        notifications.tell(
                people.stream()
                        .map(user ->
                                new Message<>(Recipient.of(user), raised, facts, source(alert)))
                        .toList());
    }

    /// It has become severe. Whoever has not read yet that they were out reads only that.
    ///
    /// @param before whom it reached
    /// @param people whom it reaches now
    void raiseSevere(
            Alert alert, Agent agent, Collection<UserId> before, Collection<UserId> people) {
        takeBackRaised(before, NAME + alert.number());
        raise(alert, agent, people);
    }

    /// What nobody read yet is nobody's concern any more.
    void clear(Alert alert, Collection<UserId> people) {
        notifications.takeBack(List.of(Recipient.of(alert.agent())), nudged, NAME + alert.number());
        takeBackRaised(people, NAME + alert.number());
        takeBackRaised(people, NAME + alert.number() + SEVERE);
    }

    private void takeBackRaised(Collection<UserId> people, String source) {
        notifications.takeBack(people.stream().map(Recipient::of).toList(), raised, source);
    }

    /// Each step of an alert is told by itself.
    private static String source(Alert alert) {
        return NAME + alert.number() + (alert.severeAt() == null ? "" : SEVERE);
    }

    /// @param activity planned then; null: nothing was
    record NudgedFacts(Instant since, Instant alertAt, @Nullable String activity) {}

    /// @param activity planned then; null: nothing was
    record RaisedFacts(
            String externalId,
            String name,
            Instant since,
            @Nullable String activity,
            boolean severe) {}

    private static List<String> planned(
            @Nullable String activity, Activities activities, Reader reader) {
        return activity == null
                ? List.of()
                : List.of(
                        reader.say(
                                "alerts.notice.planned",
                                activities.of(activity).map(Activity::name).orElse(activity)));
    }

    /// The agent is told before anybody else is.
    @Component
    static class Nudged implements NoticeKind<NudgedFacts> {

        private final Activities activities;

        Nudged(Activities activities) {
            this.activities = activities;
        }

        @Override
        public String code() {
            return "alert.nudged";
        }

        @Override
        public Class<NudgedFacts> facts() {
            return NudgedFacts.class;
        }

        @Override
        public Wording word(NudgedFacts facts, Reader reader) {
            return new Wording(
                    reader.say(
                            "alerts.notice.nudged",
                            reader.time(facts.since()),
                            reader.time(facts.alertAt())),
                    planned(facts.activity(), activities, reader));
        }

        @Override
        public String address(NudgedFacts facts) {
            return "my-day";
        }

        @Override
        public VaadinIcon icon() {
            return VaadinIcon.HOURGLASS;
        }
    }

    /// Whoever looks after somebody is told that they are out.
    @Component
    static class Raised implements NoticeKind<RaisedFacts> {

        private final Activities activities;

        Raised(Activities activities) {
            this.activities = activities;
        }

        @Override
        public String code() {
            return "alert.raised";
        }

        @Override
        public Class<RaisedFacts> facts() {
            return RaisedFacts.class;
        }

        @Override
        public Wording word(RaisedFacts facts, Reader reader) {
            return new Wording(
                    reader.say(
                            facts.severe() ? "alerts.notice.severe" : "alerts.notice.out",
                            facts.name(),
                            reader.time(facts.since())),
                    planned(facts.activity(), activities, reader));
        }

        @Override
        public String address(RaisedFacts facts) {
            return "adherence/agent/" + facts.externalId();
        }

        @Override
        public VaadinIcon icon() {
            return VaadinIcon.FLAG_O;
        }
    }
}
