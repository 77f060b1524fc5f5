package dev.rollcall.performance;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.kit.Reader;
import dev.rollcall.notifications.NoticeKind;
import dev.rollcall.notifications.Notifications;
import dev.rollcall.notifications.Wording;
import dev.rollcall.people.Agent;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Tells those with whom somebody shares a month that they may look. No figure is in it: looking is
/// written down, and a bell is none.
@Component
class ShareNews {

    private final Notifications notifications;
    private final Shared kind;

    ShareNews(Notifications notifications, Shared kind) {
        this.notifications = notifications;
        this.kind = kind;
    }

    void shared(ShareId id, ShareDraft draft, Agent agent) {
        var facts = new Facts(id.value(), agent.name(), draft.month().atDay(1), draft.until());
        draft.readers().forEach(reader -> notifications.tell(reader, kind, facts));
    }

    /// @param month its first day
    record Facts(long share, String name, LocalDate month, LocalDate until) {}

    /// A month is shared with the reader.
    @Component
    static class Shared implements NoticeKind<Facts> {

        @Override
        public String code() {
            return "performance.shared";
        }

        @Override
        public Class<Facts> facts() {
            return Facts.class;
        }

        @Override
        public Wording word(Facts facts, Reader reader) {
            return Wording.of(
                    reader.say(
                            "performance.share.notice",
                            facts.name(),
                            month(facts.month(), reader.locale()),
                            reader.day(facts.until())));
        }

        private static String month(LocalDate day, Locale locale) {
            return DateTimeFormatter.ofLocalizedPattern("yMMMM")
                    .withLocale(locale)
                    .format(YearMonth.from(day));
        }

        @Override
        public String address(Facts facts) {
            return "team-performance/shared/" + facts.share();
        }

        @Override
        public VaadinIcon icon() {
            return VaadinIcon.TRENDING_UP;
        }
    }
}
