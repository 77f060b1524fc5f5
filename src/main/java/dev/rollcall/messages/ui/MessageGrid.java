package dev.rollcall.messages.ui;

import dev.rollcall.kit.RecordGrid;
import dev.rollcall.messages.QuickMessage;
import dev.rollcall.messages.QuickMessage.Copy;
import dev.rollcall.messages.QuickMessage.Progress;
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
                "state",
                words.say("page.stands"),
                Layout.NARROW,
                "9.5rem",
                this::state,
                this::mark);
        textColumn("answer", words.say("page.answer"), Layout.MEDIUM, "14rem", this::answer);
    }

    private String toWhom(QuickMessage message) {
        return message.copies().size() == 1
                ? sources.name(message.copies().getFirst().agent())
                : words.say("page.people", message.copies().size());
    }

    /// In a word or two; the drawer says all of it.
    private String state(QuickMessage message) {
        if (message.isWithdrawn()) {
            return words.say("page.stands.WITHDRAWN");
        }
        return message.copies().size() == 1
                ? words.say("page.stands." + message.copies().getFirst().progress())
                : words.say(
                        "page.stands.many",
                        message.reached(Progress.READ),
                        message.copies().size());
    }

    private String answer(QuickMessage message) {
        if (message.copies().size() == 1) {
            var answer = message.copies().getFirst().answer();
            return answer == null ? "" : words.answer(answer);
        }
        long answered = message.reached(Progress.ANSWERED);
        return answered == 0 ? "" : words.say("page.answered", answered);
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
