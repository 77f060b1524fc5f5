package dev.rollcall.quality;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.kit.Reader;
import dev.rollcall.notifications.NoticeKind;
import dev.rollcall.notifications.Notifications;
import dev.rollcall.notifications.OwnNotices;
import dev.rollcall.notifications.Wording;
import org.springframework.stereotype.Component;

/// What people are told of their evaluations. Never the result: they are asked for their own view
/// first.
@Component
class EvaluationNews {

    private static final String PUBLISHED = "PUBLISHED";

    private final Notifications notifications;
    private final OwnNotices own;
    private final Told kind;

    EvaluationNews(Notifications notifications, OwnNotices own, Told kind) {
        this.notifications = notifications;
        this.own = own;
        this.kind = kind;
    }

    void published(Evaluation known) {
        tell(known, PUBLISHED);
    }

    void resolved(Evaluation known, Dispute.Outcome outcome) {
        tell(known, outcome.name());
    }

    /// Notes that the caller sees for themselves what they were told.
    void read() {
        own.readAll(kind);
    }

    private void tell(Evaluation known, String what) {
        notifications.tell(
                known.agent(), kind, new Facts(what, known.number(), known.evaluator().name()));
    }

    /// @param what happened: it was published, or a dispute was resolved so
    record Facts(String what, long number, String evaluator) {}

    /// Something about an evaluation.
    @Component
    static class Told implements NoticeKind<Facts> {

        @Override
        public String code() {
            return "quality.evaluation";
        }

        @Override
        public Class<Facts> facts() {
            return Facts.class;
        }

        @Override
        public Wording word(Facts facts, Reader reader) {
            return Wording.of(reader.say("quality.notice." + facts.what(), facts.evaluator()));
        }

        @Override
        public String address(Facts facts) {
            return "my-evaluations/" + facts.number();
        }

        @Override
        public VaadinIcon icon() {
            return VaadinIcon.CLIPBOARD_CHECK;
        }
    }
}
