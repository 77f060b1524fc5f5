package dev.rollcall.requests;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.audit.Actor;
import dev.rollcall.notifications.NoticeKind;
import dev.rollcall.notifications.Notifications;
import dev.rollcall.notifications.Reader;
import dev.rollcall.notifications.Recipient;
import dev.rollcall.notifications.Wording;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/// What people are told of requests. Nobody is told what they did themselves.
@Component
class RequestNews {

    private final Notifications notifications;
    private final TimeOffNews timeOff;
    private final ShiftNews shift;
    private final Directory directory;

    RequestNews(
            Notifications notifications,
            TimeOffNews timeOff,
            ShiftNews shift,
            Directory directory) {
        this.notifications = notifications;
        this.timeOff = timeOff;
        this.shift = shift;
        this.directory = directory;
    }

    /// What became of time off, for whoever asked for it.
    void decided(TimeOff known, TimeOff.Progress progress, Actor by, String answer) {
        notifications.tell(
                known.agent(),
                timeOff,
                new TimeOffFacts(progress.name(), known.from(), known.to(), by.name(), answer));
    }

    /// Something about a shift.
    ///
    /// @param about the last part of the message's key
    /// @param other who else it is about
    void told(
            Collection<AgentId> whom, String about, LocalDate date, AgentId other, String answer) {
        told(whom, about, date, name(other), answer);
    }

    void told(Collection<AgentId> whom, String about, LocalDate date, String other, String answer) {
        notifications.tell(
                whom.stream()
                        .map(agent ->
                                new Notifications.Message<>(
                                        Recipient.of(agent),
                                        shift,
                                        new ShiftFacts(about, date, other, answer),
                                        null))
                        .toList());
    }

    private String name(AgentId agent) {
        return directory.agent(agent).map(Agent::name).orElse("");
    }

    /// @param progress what became of it
    /// @param by who decided
    /// @param answer what they said, empty for nothing
    record TimeOffFacts(String progress, LocalDate from, LocalDate to, String by, String answer) {}

    /// @param about what happened
    /// @param other who else it is about
    /// @param answer what whoever decided said, empty for nothing
    record ShiftFacts(String about, LocalDate date, String other, String answer) {}

    /// Time off was decided.
    @Component
    static class TimeOffNews implements NoticeKind<TimeOffFacts> {

        @Override
        public String code() {
            return "time-off.decided";
        }

        @Override
        public Class<TimeOffFacts> facts() {
            return TimeOffFacts.class;
        }

        @Override
        public Wording word(TimeOffFacts facts, Reader reader) {
            return worded(
                    reader.say(
                            "requests.notice." + facts.progress(),
                            reader.days(facts.from(), facts.to()),
                            facts.by()),
                    facts.answer());
        }

        @Override
        public String address(TimeOffFacts facts) {
            return "requests";
        }

        @Override
        public VaadinIcon icon() {
            return VaadinIcon.CLIPBOARD_CHECK;
        }
    }

    /// Shifts change hands.
    @Component
    static class ShiftNews implements NoticeKind<ShiftFacts> {

        @Override
        public String code() {
            return "shift.news";
        }

        @Override
        public Class<ShiftFacts> facts() {
            return ShiftFacts.class;
        }

        @Override
        public Wording word(ShiftFacts facts, Reader reader) {
            return worded(
                    reader.say(
                            "requests.notice." + facts.about(),
                            reader.day(facts.date()),
                            facts.other()),
                    facts.answer());
        }

        @Override
        public String address(ShiftFacts facts) {
            return "requests?show=shifts";
        }

        @Override
        public VaadinIcon icon() {
            return VaadinIcon.CALENDAR_USER;
        }
    }

    private static Wording worded(String title, String answer) {
        return answer.isEmpty() ? Wording.of(title) : new Wording(title, List.of(answer));
    }
}
