package dev.rollcall.overrides;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.kit.Reader;
import dev.rollcall.notifications.NoticeKind;
import dev.rollcall.notifications.Wording;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.Reasons;
import java.util.List;
import org.springframework.stereotype.Component;

/// Somebody decided what one will be when one's work is done. What is set at once is told by the
/// status menu itself.
@Component
class NextNotice implements NoticeKind<NextNotice.Facts> {

    /// @param state written `BASE` or `BASE/CODE`
    record Facts(String by, String state, String why) {}

    private final Reasons reasons;

    NextNotice(Reasons reasons) {
        this.reasons = reasons;
    }

    @Override
    public String code() {
        return "status.next";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Wording word(Facts facts, Reader reader) {
        var state = reasons.name(PresenceState.parse(facts.state()), reader::say);
        return new Wording(
                reader.say("overrides.notice.next", facts.by(), state), List.of(facts.why()));
    }

    @Override
    public String address(Facts facts) {
        return "my-day";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.USER_CLOCK;
    }
}
