package dev.rollcall.messages;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.audit.Actor;
import dev.rollcall.kit.Reader;
import dev.rollcall.notifications.NoticeKind;
import dev.rollcall.notifications.Notifications;
import dev.rollcall.notifications.Notifications.Message;
import dev.rollcall.notifications.Recipient;
import dev.rollcall.notifications.Wording;
import dev.rollcall.people.AgentId;
import dev.rollcall.security.UserId;
import java.util.List;
import org.springframework.stereotype.Component;

/// What the bell says of messages: to whoever one is sent to, and of answers to whoever sent it.
@Component
class MessageNews {

    private final Notifications notifications;
    private final Came came;
    private final Answered answered;
    private final SomeAnswered someAnswered;

    MessageNews(
            Notifications notifications, Came came, Answered answered, SomeAnswered someAnswered) {
        this.notifications = notifications;
        this.came = came;
        this.answered = answered;
        this.someAnswered = someAnswered;
    }

    void sent(QuickMessage message) {
        var facts = new CameFacts(message.sentBy().name(), message.text());
        notifications.tell(
                message.copies().stream()
                        .map(copy ->
                                new Message<>(
                                        Recipient.of(copy.agent()),
                                        came,
                                        facts,
                                        source(message.number())))
                        .toList());
    }

    /// What nobody read yet is as if it had not been said.
    void takenBack(QuickMessage message) {
        notifications.takeBack(
                message.copies().stream().map(copy -> Recipient.of(copy.agent())).toList(),
                came,
                source(message.number()));
    }

    /// Whoever reads a message where it stands need not read it behind the bell, too.
    void read(AgentId agent, long number) {
        notifications.seen(List.of(Recipient.of(agent)), came, source(number));
    }

    private static String source(long number) {
        return "message:" + number;
    }

    /// Programs ask; people are told. Of a message to many, one tap is told of once: the page it
    /// leads to has the others. Words are told of each time.
    void answered(QuickMessage message, String who, Answer answer) {
        if (message.sentBy().kind() != Actor.Kind.USER) {
            return;
        }
        var sender = new UserId(Long.parseLong(message.sentBy().id()));
        if (message.copies().size() == 1 || answer.kind() == Answer.Kind.TEXT) {
            notifications.tell(
                    sender,
                    answered,
                    new AnsweredFacts(message.number(), who, answer.kind(), answer.text()));
        } else {
            notifications.tell(
                    List.of(
                            new Message<>(
                                    Recipient.of(sender),
                                    someAnswered,
                                    new SomeAnsweredFacts(message.number(), who, message.text()),
                                    source(message.number()))));
        }
    }

    record CameFacts(String by, String text) {}

    record AnsweredFacts(long number, String who, Answer.Kind kind, String text) {}

    record SomeAnsweredFacts(long number, String first, String text) {}

    /// Somebody is sent a message.
    @Component
    static class Came implements NoticeKind<CameFacts> {

        @Override
        public String code() {
            return "message.came";
        }

        @Override
        public Class<CameFacts> facts() {
            return CameFacts.class;
        }

        @Override
        public Wording word(CameFacts facts, Reader reader) {
            return Wording.of(reader.say("messages.notice.came", facts.by(), facts.text()));
        }

        @Override
        public String address(CameFacts facts) {
            return "my-day";
        }

        @Override
        public VaadinIcon icon() {
            return VaadinIcon.COMMENT_O;
        }
    }

    /// The one who was sent a message answered.
    @Component
    static class Answered implements NoticeKind<AnsweredFacts> {

        @Override
        public String code() {
            return "message.answered";
        }

        @Override
        public Class<AnsweredFacts> facts() {
            return AnsweredFacts.class;
        }

        @Override
        public Wording word(AnsweredFacts facts, Reader reader) {
            return Wording.of(
                    facts.kind() == Answer.Kind.TEXT
                            ? reader.say("messages.notice.answered", facts.who(), facts.text())
                            : reader.say(
                                    "messages.notice.answered",
                                    facts.who(),
                                    reader.say("messages.answer." + facts.kind())));
        }

        @Override
        public String address(AnsweredFacts facts) {
            return "messages/" + facts.number();
        }

        @Override
        public VaadinIcon icon() {
            return VaadinIcon.COMMENT_O;
        }
    }

    /// Some of those who were sent a message answered.
    @Component
    static class SomeAnswered implements NoticeKind<SomeAnsweredFacts> {

        @Override
        public String code() {
            return "message.answered-by-some";
        }

        @Override
        public Class<SomeAnsweredFacts> facts() {
            return SomeAnsweredFacts.class;
        }

        @Override
        public Wording word(SomeAnsweredFacts facts, Reader reader) {
            return Wording.of(
                    reader.say("messages.notice.someAnswered", facts.first(), facts.text()));
        }

        @Override
        public String address(SomeAnsweredFacts facts) {
            return "messages/" + facts.number();
        }

        @Override
        public VaadinIcon icon() {
            return VaadinIcon.COMMENT_O;
        }
    }
}
