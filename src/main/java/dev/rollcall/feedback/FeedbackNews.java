package dev.rollcall.feedback;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.audit.Actor;
import dev.rollcall.kit.Reader;
import dev.rollcall.notifications.NoticeKind;
import dev.rollcall.notifications.Notifications;
import dev.rollcall.notifications.Notifications.Message;
import dev.rollcall.notifications.OwnNotices;
import dev.rollcall.notifications.Recipient;
import dev.rollcall.notifications.Wording;
import dev.rollcall.people.AgentId;
import dev.rollcall.security.UserId;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/// What people are told of feedback: never its text, which is read where it stands.
@Component
class FeedbackNews {

    private final Notifications notifications;
    private final OwnNotices own;
    private final Came came;
    private final Happened happened;
    private final Due due;

    FeedbackNews(
            Notifications notifications, OwnNotices own, Came came, Happened happened, Due due) {
        this.notifications = notifications;
        this.own = own;
        this.came = came;
        this.happened = happened;
        this.due = due;
    }

    void came(long number, FeedbackDraft draft, Actor by) {
        notifications.tell(
                List.of(
                        new Message<>(
                                Recipient.of(draft.to()),
                                came,
                                new CameFacts(draft.kind().name(), by.name()),
                                source(number))));
    }

    void takenBack(Feedback known) {
        notifications.takeBack(List.of(Recipient.of(known.agent())), came, source(known.number()));
    }

    private static String source(long number) {
        return "feedback:" + number;
    }

    /// Notes that the caller sees for themselves what they were told.
    void read() {
        own.readAll(came);
    }

    void replied(Feedback known, String who) {
        if (known.giver().kind() == Actor.Kind.USER) {
            notifications.tell(
                    new UserId(Long.parseLong(known.giver().id())),
                    happened,
                    new Facts(
                            "REPLIED",
                            who,
                            known.fromLead() ? "feedback?show=given" : "my-feedback?show=given"));
        }
    }

    void reported(Collection<UserId> admins) {
        notifications.tellUnlessUnread(
                admins.stream().map(Recipient::of).toList(),
                happened,
                new Facts("REPORTED", "", "settings/feedback?show=reported"));
    }

    void decided(AgentId agent, boolean kept) {
        notifications.tell(
                agent, happened, new Facts(kept ? "KEPT" : "REMOVED", "", "my-feedback"));
    }

    void asked(Collection<AgentId> people, String title) {
        notifications.tell(
                people.stream()
                        .map(each ->
                                new Message<>(
                                        Recipient.of(each),
                                        happened,
                                        new Facts("ASKED", title, "my-feedback?show=rounds"),
                                        null))
                        .toList());
    }

    void due(Collection<UserId> leads) {
        notifications.tellUnlessUnread(
                leads.stream().map(Recipient::of).toList(), due, new DueFacts(1));
    }

    void dueSeen() {
        own.readAll(due);
    }

    /// @param kind praise or a note
    record CameFacts(String kind, String by) {}

    /// @param what happened
    /// @param name of whom or of what
    record Facts(String what, String name, String address) {}

    /// @param version of these facts
    record DueFacts(int version) {}

    /// Somebody said something to the reader.
    @Component
    static class Came implements NoticeKind<CameFacts> {

        @Override
        public String code() {
            return "feedback.came";
        }

        @Override
        public Class<CameFacts> facts() {
            return CameFacts.class;
        }

        @Override
        public Wording word(CameFacts facts, Reader reader) {
            return Wording.of(reader.say("feedback.notice." + facts.kind(), facts.by()));
        }

        @Override
        public String address(CameFacts facts) {
            return "my-feedback";
        }

        @Override
        public VaadinIcon icon() {
            return VaadinIcon.COMMENT_O;
        }
    }

    /// Something else became of feedback, or a round begins.
    @Component
    static class Happened implements NoticeKind<Facts> {

        @Override
        public String code() {
            return "feedback.happened";
        }

        @Override
        public Class<Facts> facts() {
            return Facts.class;
        }

        @Override
        public Wording word(Facts facts, Reader reader) {
            return Wording.of(reader.say("feedback.notice." + facts.what(), facts.name()));
        }

        @Override
        public String address(Facts facts) {
            return facts.address();
        }

        @Override
        public VaadinIcon icon() {
            return VaadinIcon.COMMENT_O;
        }
    }

    /// Somebody the reader looks after had no feedback for long.
    @Component
    static class Due implements NoticeKind<DueFacts> {

        @Override
        public String code() {
            return "feedback.due";
        }

        @Override
        public Class<DueFacts> facts() {
            return DueFacts.class;
        }

        @Override
        public Wording word(DueFacts facts, Reader reader) {
            return Wording.of(reader.say("feedback.notice.due"));
        }

        @Override
        public String address(DueFacts facts) {
            return "feedback?show=due";
        }

        @Override
        public VaadinIcon icon() {
            return VaadinIcon.COMMENT_O;
        }
    }
}
