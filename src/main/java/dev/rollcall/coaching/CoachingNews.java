package dev.rollcall.coaching;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.audit.Actor;
import dev.rollcall.kit.Reader;
import dev.rollcall.notifications.NoticeKind;
import dev.rollcall.notifications.Notifications;
import dev.rollcall.notifications.OwnNotices;
import dev.rollcall.notifications.Wording;
import dev.rollcall.people.AgentId;
import dev.rollcall.security.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What people are told of their coaching, and coaches of the people they coach.
@Component
class CoachingNews {

    private final Notifications notifications;
    private final OwnNotices own;
    private final ToPerson toPerson;
    private final ToCoach toCoach;

    CoachingNews(Notifications notifications, OwnNotices own, ToPerson toPerson, ToCoach toCoach) {
        this.notifications = notifications;
        this.own = own;
        this.toPerson = toPerson;
        this.toCoach = toCoach;
    }

    /// @param what SCHEDULED, MOVED, CANCELLED or HELD
    void session(Session session, List<AgentId> people, String what) {
        var span = session.span();
        for (var agent : people) {
            notifications.tell(
                    agent,
                    toPerson,
                    new Facts(
                            what,
                            session.number(),
                            session.title(),
                            session.coach().name(),
                            span == null ? null : span.start(),
                            null));
        }
    }

    void due(ActionItem action, Session session, String name) {
        var facts = new Facts("DUE", session.number(), action.text(), name, null, action.due());
        if (action.owner() == ActionItem.Owner.AGENT) {
            notifications.tell(action.agent(), toPerson, facts);
        } else {
            coach(session.coach(), facts);
        }
    }

    /// @param what FOLLOW_UP or WORD
    void coach(Session session, String what, String name) {
        coach(
                session.coach(),
                new Facts(what, session.number(), session.title(), name, null, null));
    }

    private void coach(Actor coach, Facts facts) {
        if (coach.kind() == Actor.Kind.USER) {
            notifications.tell(new UserId(Long.parseLong(coach.id())), toCoach, facts);
        }
    }

    /// Notes that the caller sees for themselves what they were told.
    void read() {
        own.readAll(toPerson);
    }

    /// @param what happened
    /// @param text what the session is called, or what is to be done
    /// @param name of the coach, or to coaches of the person
    record Facts(
            String what,
            long number,
            String text,
            String name,
            @Nullable Instant start,
            @Nullable LocalDate day) {

        private Wording word(Reader reader, String whom) {
            var at = start;
            var on = day;
            var time =
                    at != null
                            ? reader.day(LocalDate.ofInstant(at, reader.zone()))
                                    + ", "
                                    + reader.time(at)
                            : on != null ? reader.day(on) : "";
            return Wording.of(
                    reader.say(
                            "coaching.notice." + whom + what + (time.isEmpty() ? "" : "_AT"),
                            name,
                            text,
                            time));
        }
    }

    /// Something about one's own coaching.
    @Component
    static class ToPerson implements NoticeKind<Facts> {

        @Override
        public String code() {
            return "coaching.own";
        }

        @Override
        public Class<Facts> facts() {
            return Facts.class;
        }

        @Override
        public Wording word(Facts facts, Reader reader) {
            return facts.word(reader, "");
        }

        @Override
        public String address(Facts facts) {
            return "my-coaching";
        }

        @Override
        public VaadinIcon icon() {
            return VaadinIcon.ACADEMY_CAP;
        }
    }

    /// Something for whoever coaches.
    @Component
    static class ToCoach implements NoticeKind<Facts> {

        @Override
        public String code() {
            return "coaching.coach";
        }

        @Override
        public Class<Facts> facts() {
            return Facts.class;
        }

        @Override
        public Wording word(Facts facts, Reader reader) {
            return facts.word(reader, "coach.");
        }

        @Override
        public String address(Facts facts) {
            return "coaching/" + facts.number();
        }

        @Override
        public VaadinIcon icon() {
            return VaadinIcon.ACADEMY_CAP;
        }
    }
}
