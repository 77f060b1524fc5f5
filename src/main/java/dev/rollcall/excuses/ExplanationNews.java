package dev.rollcall.excuses;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.audit.Actor;
import dev.rollcall.kit.Reader;
import dev.rollcall.notifications.NoticeKind;
import dev.rollcall.notifications.Notifications;
import dev.rollcall.notifications.Wording;
import dev.rollcall.people.Directory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What people are told of what they explained.
@Component
class ExplanationNews {

    private static final String REOPENED = "REOPENED";

    private final Notifications notifications;
    private final Decided kind;
    private final Directory directory;

    ExplanationNews(Notifications notifications, Decided kind, Directory directory) {
        this.notifications = notifications;
        this.kind = kind;
        this.directory = directory;
    }

    void decided(Explanation known) {
        var by = known.decidedBy();
        tell(
                known,
                known.progress().name(),
                by == null ? "" : by.name(),
                Objects.requireNonNullElse(known.note(), ""));
    }

    void reopened(Explanation known, Actor by) {
        tell(known, REOPENED, by.name(), "");
    }

    private void tell(Explanation known, String progress, String by, String note) {
        notifications.tell(
                known.agent(),
                kind,
                new Facts(
                        progress,
                        known.span().start(),
                        known.goesOn() ? null : known.span().end(),
                        by,
                        note,
                        directory
                                .agent(known.agent())
                                .map(agent ->
                                        LocalDate.ofInstant(known.span().start(), agent.zone()))
                                .orElse(null)));
    }

    /// @param progress what became of it
    /// @param until null: it went on
    /// @param note what whoever decided said, empty for nothing
    /// @param date of the day it is about; null in what was told before that was kept
    record Facts(
            String progress,
            Instant from,
            @Nullable Instant until,
            String by,
            String note,
            @Nullable LocalDate date) {}

    /// An explanation was decided.
    @Component
    static class Decided implements NoticeKind<Facts> {

        @Override
        public String code() {
            return "explanation.decided";
        }

        @Override
        public Class<Facts> facts() {
            return Facts.class;
        }

        @Override
        public Wording word(Facts facts, Reader reader) {
            var title =
                    reader.say(
                            "excuses.notice." + facts.progress(),
                            new SpanWords(reader.words(), reader.locale(), reader.zone())
                                    .span(facts.from(), facts.until()),
                            facts.by());
            return facts.note().isEmpty()
                    ? Wording.of(title)
                    : new Wording(title, List.of(facts.note()));
        }

        @Override
        public String address(Facts facts) {
            var date = facts.date();
            return "my-day?date="
                    + (date == null ? LocalDate.ofInstant(facts.from(), ZoneOffset.UTC) : date);
        }

        @Override
        public VaadinIcon icon() {
            return VaadinIcon.CLIPBOARD_CHECK;
        }
    }
}
