package dev.rollcall.messages;

import dev.rollcall.deeds.DeedKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What whoever sends messages can take back.
@Configuration(proxyBeanMethods = false)
class MessageDeeds {

    static final String SENT = "message.sent";

    /// @param to to whom, when it was one person; empty for many
    record Facts(long number, String to, int people, String text) {}

    /// A message was sent.
    @Bean
    static DeedKind<Facts> sentDeed(QuickMessages messages) {
        return DeedKind.of(
                SENT,
                Facts.class,
                (facts, words, _, _) ->
                        facts.to().isEmpty()
                                ? words.get("messages.deed.many", facts.people(), facts.text())
                                : words.get("messages.deed.one", facts.to(), facts.text()),
                facts -> messages.withdraw(facts.number()));
    }
}
