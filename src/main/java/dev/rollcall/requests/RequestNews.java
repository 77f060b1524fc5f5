package dev.rollcall.requests;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.audit.Actor;
import dev.rollcall.kit.Reader;
import dev.rollcall.notifications.NoticeKind;
import dev.rollcall.notifications.Notifications;
import dev.rollcall.notifications.OwnNotices;
import dev.rollcall.notifications.Recipient;
import dev.rollcall.notifications.Wording;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.schedule.WorkforceManagement;
import dev.rollcall.security.Access;
import dev.rollcall.security.Holders;
import dev.rollcall.security.Permission;
import dev.rollcall.security.UserId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What people are told of requests. Nobody is told what they did themselves, and nothing is told
/// while workforce management is switched off.
@Component
class RequestNews {

    private final Notifications notifications;
    private final TimeOffNews timeOff;
    private final ShiftNews shift;
    private final WaitingNews waiting;
    private final OwnNotices own;
    private final Holders holders;
    private final Access access;
    private final Directory directory;
    private final WorkforceManagement workforce;

    RequestNews(
            Notifications notifications,
            TimeOffNews timeOff,
            ShiftNews shift,
            WaitingNews waiting,
            OwnNotices own,
            Holders holders,
            Access access,
            Directory directory,
            WorkforceManagement workforce) {
        this.notifications = notifications;
        this.timeOff = timeOff;
        this.shift = shift;
        this.waiting = waiting;
        this.own = own;
        this.holders = holders;
        this.access = access;
        this.directory = directory;
        this.workforce = workforce;
    }

    /// What became of time off, for whoever asked for it.
    void decided(TimeOff known, TimeOff.Progress progress, Actor by, String answer) {
        if (!workforce.isOn()) {
            return;
        }
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
        if (!workforce.isOn()) {
            return;
        }
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

    /// Something begins to wait for a decision of those who plan some people. They hear of the
    /// first of a run only: until they have looked into the inbox nothing further is told.
    ///
    /// @param what what somebody asks for
    /// @param who the first is who asks; all of them decide nothing about it themselves
    void waits(Waits what, List<Agent> who, LocalDate from, LocalDate to, Predicate<Scope> covers) {
        if (!workforce.isOn()) {
            return;
        }
        var first = who.getFirst();
        var facts = new WaitingFacts(what, first.name(), from, to);
        var asking = access.viewer().actor();
        notifications.tellUnlessUnread(
                holders
                        .of(
                                Permission.SCHEDULE_WRITE,
                                who.stream().map(Agent::id).collect(Collectors.toSet()),
                                covers)
                        .stream()
                        .filter(each -> !isOf(asking, each))
                        .map(Recipient::of)
                        .collect(Collectors.toSet()),
                waiting,
                facts);
    }

    private static boolean isOf(Actor actor, UserId user) {
        return actor.kind() == Actor.Kind.USER && actor.id().equals("" + user.value());
    }

    /// Whoever looks sees what waits: of what waits until now they need not be told.
    void seen() {
        own.readAll(waiting);
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

    /// What waits for a decision.
    enum Waits {
        TIME_OFF,
        SWAP,
        CLAIM
    }

    /// @param who asks for it
    record WaitingFacts(Waits what, String who, LocalDate from, LocalDate to) {}

    /// Something waits for a decision.
    @Component
    static class WaitingNews implements NoticeKind<WaitingFacts> {

        @Override
        public String code() {
            return "requests.waiting";
        }

        @Override
        public Class<WaitingFacts> facts() {
            return WaitingFacts.class;
        }

        @Override
        public Wording word(WaitingFacts facts, Reader reader) {
            return new Wording(
                    reader.say(
                            "requests.notice.WAITS_" + facts.what(),
                            reader.days(facts.from(), facts.to()),
                            facts.who()),
                    List.of(reader.say("requests.notice.waitsOnce")));
        }

        @Override
        public String address(WaitingFacts facts) {
            return "requests/inbox";
        }

        @Override
        public VaadinIcon icon() {
            return VaadinIcon.INBOX;
        }
    }

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
