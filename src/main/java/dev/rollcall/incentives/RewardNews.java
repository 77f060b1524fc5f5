package dev.rollcall.incentives;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.kit.Reader;
import dev.rollcall.notifications.NoticeKind;
import dev.rollcall.notifications.Notifications;
import dev.rollcall.notifications.OwnNotices;
import dev.rollcall.notifications.Wording;
import dev.rollcall.people.AgentId;
import org.springframework.stereotype.Component;

/// What people are told of their points and rewards.
@Component
class RewardNews {

    private final Notifications notifications;
    private final OwnNotices own;
    private final Told kind;

    RewardNews(Notifications notifications, OwnNotices own, Told kind) {
        this.notifications = notifications;
        this.own = own;
        this.kind = kind;
    }

    void awarded(AgentId agent, String scheme, long points) {
        notifications.tell(agent, kind, new Facts(What.AWARDED, scheme, points));
    }

    /// Their points of a period are others than they were told.
    void changed(AgentId agent, String scheme, long by) {
        notifications.tell(agent, kind, new Facts(What.CHANGED, scheme, by));
    }

    /// Notes that the caller sees for themselves what they were told.
    void read() {
        own.readAll(kind);
    }

    void tell(AgentId agent, What what, String about, long points) {
        notifications.tell(agent, kind, new Facts(what, about, points));
    }

    /// What happened.
    enum What {
        AWARDED,
        CHANGED,
        APPROVED,
        DECLINED,
        CORRECTED,
        STANDS
    }

    /// @param about the name of a scheme or a reward
    record Facts(What what, String about, long points) {}

    /// Something about points or a reward.
    @Component
    static class Told implements NoticeKind<Facts> {

        @Override
        public String code() {
            return "incentives.reward";
        }

        @Override
        public Class<Facts> facts() {
            return Facts.class;
        }

        @Override
        public Wording word(Facts facts, Reader reader) {
            return Wording.of(
                    reader.say("incentives.notice." + facts.what(), facts.about(), facts.points()));
        }

        @Override
        public String address(Facts facts) {
            return "my-rewards";
        }

        @Override
        public VaadinIcon icon() {
            return VaadinIcon.GIFT;
        }
    }
}
