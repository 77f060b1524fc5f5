package dev.rollcall.notifications;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.kit.Reader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A kind of message that no feature has.
@Component
public class Greeting implements NoticeKind<Greeting.Facts> {

    public record Facts(
            String from,
            Instant at,
            LocalDate day,
            Duration length,
            @Nullable Integer none,
            List<Guest> guests) {}

    public record Guest(String name) {}

    public static Facts from(String name) {
        return new Facts(
                name,
                Instant.parse("2026-11-24T08:00:00Z"),
                LocalDate.of(2026, 11, 24),
                Duration.ofMinutes(90),
                null,
                List.of(new Guest("Robin")));
    }

    @Override
    public String code() {
        return "test.greeting";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Wording word(Facts facts, Reader reader) {
        return new Wording(
                "Greetings from " + facts.from(),
                List.of(
                        reader.time(facts.at()),
                        reader.day(facts.day()),
                        reader.length(facts.length()),
                        facts.guests().getFirst().name()));
    }

    @Override
    public String address(Facts facts) {
        return "notifications?show=unread";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.CHAT;
    }
}
