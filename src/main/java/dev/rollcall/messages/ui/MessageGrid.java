package dev.rollcall.messages.ui;

import dev.rollcall.kit.RecordGrid;
import dev.rollcall.messages.QuickMessage;
import dev.rollcall.messages.QuickMessage.Copy;
import java.util.Locale;

/// Messages, one line each.
final class MessageGrid extends RecordGrid<QuickMessage> {

    private final MessageWords words;
    private final MessageSources sources;

    MessageGrid(MessageWords words, MessageSources sources) {
        super(message -> "" + message.number());
        this.words = words;
        this.sources = sources;
        nameColumn(words.say("page.text"), QuickMessage::text, this::toWhom);
        textColumn("to", words.say("page.to"), Layout.MEDIUM, "12rem", this::toWhom);
        textColumn(
                "by",
                words.say("page.by"),
                Layout.WIDE,
                "10rem",
                message -> message.sentBy().name());
        textColumn(
                "at",
                words.say("page.at"),
                Layout.MEDIUM,
                "9rem",
                message -> words.day(message.sentAt()));
        markedColumn(
                "state", words.say("page.state"), Layout.NARROW, "13rem", this::state, this::mark);
    }

    private String toWhom(QuickMessage message) {
        return message.copies().size() == 1
                ? sources.name(message.copies().getFirst().agent())
                : words.say("page.people", message.copies().size());
    }

    private String state(QuickMessage message) {
        return message.copies().size() == 1
                ? words.progress(message, message.copies().getFirst())
                : words.sum(message);
    }

    private String mark(QuickMessage message) {
        return "message-"
                + (message.isWithdrawn()
                        ? "withdrawn"
                        : message.copies().stream()
                                .map(Copy::progress)
                                .min(Enum::compareTo)
                                .map(progress -> progress.name().toLowerCase(Locale.ROOT))
                                .orElse("sent"));
    }
}
