package dev.rollcall.messages.ui;

import dev.rollcall.kit.Words;
import dev.rollcall.messages.Answer;
import dev.rollcall.messages.QuickMessage;
import dev.rollcall.messages.QuickMessage.Copy;
import dev.rollcall.messages.QuickMessage.Progress;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// What screens say of messages.
///
/// @param zone in which whoever looks reads times
record MessageWords(Words words, Locale locale, ZoneId zone) {

    String say(String key, Object... arguments) {
        return words.get("messages." + key, arguments);
    }

    String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(zone));
    }

    String day(Instant instant) {
        return DateTimeFormatter.ofLocalizedPattern("MMMdjm")
                .withLocale(locale)
                .format(instant.atZone(zone));
    }

    String answer(Answer answer) {
        return answer.kind() == Answer.Kind.TEXT ? answer.text() : say("answer." + answer.kind());
    }

    /// "Read 12:34", "Not seen yet".
    String progress(QuickMessage message, Copy copy) {
        var answer = copy.answer();
        if (answer != null) {
            return say("progress.answered", time(answer.at()), answer(answer));
        }
        if (copy.readAt() != null) {
            return say("progress.read", time(copy.readAt()));
        }
        if (message.isWithdrawn()) {
            return say("progress.withdrawn");
        }
        return copy.deliveredAt() == null
                ? say("progress.sent")
                : say("progress.delivered", time(copy.deliveredAt()));
    }

    /// "12 sent, 10 shown, 7 read, 3 answered".
    String sum(QuickMessage message) {
        return say(
                message.isWithdrawn() ? "sum.withdrawn" : "sum",
                message.copies().size(),
                message.reached(Progress.DELIVERED),
                message.reached(Progress.READ),
                message.reached(Progress.ANSWERED));
    }
}
