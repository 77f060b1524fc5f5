package dev.rollcall.mydata.ui;

import dev.rollcall.audit.Actor;
import dev.rollcall.kit.Words;
import dev.rollcall.mydata.Look;
import dev.rollcall.security.Role;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Looks in words: what the audit log keeps shortly, as the person it is about reads it.
final class LookWords {

    private static final String DAY = "([0-9]{4}-[0-9]{2}-[0-9]{2})";
    private static final String MONTH = "([0-9]{4}-[0-9]{2})";

    /// What is written down, and what translations call it; days become the values of the text.
    private record Screen(Pattern written, String key) {}

    private static final List<Screen> SCREENS =
            List.of(
                    screen("timeline " + DAY + "( as known at .*)?", "timeline"),
                    screen("minute of " + DAY + "( as known at .*)?", "minute"),
                    screen("attendance " + DAY + " to " + DAY, "attendance"),
                    screen("adherence " + DAY + " to " + DAY, "adherence"),
                    screen("plans " + DAY + " to " + DAY, "plans"),
                    screen("plan versions " + DAY, "planVersions"),
                    screen("adherence patterns", "patterns"),
                    screen("signs of strain", "strain"),
                    screen("weekly report " + DAY, "weekly"),
                    screen("review pack " + DAY + " to " + DAY, "reviewPack"),
                    screen("shared performance " + MONTH, "shared"),
                    screen("evaluation [0-9]+", "evaluation"),
                    screen("coaching( [0-9]+)?", "coaching"),
                    screen("development plan", "development"),
                    screen("feedback", "feedback"),
                    screen("reported feedback", "reportedFeedback"),
                    screen("appeal [0-9]+", "appeal"),
                    screen("answers of customers", "customers"),
                    screen("what a test event would do", "testEvent"),
                    screen("audit log, entry [0-9]+", "audit"),
                    screen("rejected event [0-9]+", "rejected"));

    private final Words words;
    private final Locale locale;

    LookWords(Words words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    private static Screen screen(String written, String key) {
        return new Screen(Pattern.compile(written), key);
    }

    /// What was looked at. What no translation knows is said as it was written down.
    String what(Look look) {
        for (var screen : SCREENS) {
            var found = screen.written().matcher(look.screen());
            if (found.matches()) {
                var days =
                        IntStream.rangeClosed(1, found.groupCount())
                                .mapToObj(found::group)
                                .filter(text ->
                                        text != null && (text.matches(DAY) || text.matches(MONTH)))
                                .map(text -> text.matches(DAY) ? day(text) : month(text))
                                .toArray();
                var key = days.length == 2 && days[0].equals(days[1]) ? ".day" : "";
                return words.get("mydata.screen." + screen.key() + key, days);
            }
        }
        return look.screen();
    }

    private String day(String text) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(LocalDate.parse(text));
    }

    private String month(String text) {
        return DateTimeFormatter.ofLocalizedPattern("yMMMM")
                .withLocale(locale)
                .format(YearMonth.parse(text));
    }

    /// Who it was, with their roles.
    String who(Look look) {
        var by = look.by();
        if (by.kind() != Actor.Kind.USER) {
            return words.get("mydata.by." + by.kind(), by.name());
        }
        return look.roles().isEmpty()
                ? by.name()
                : words.get(
                        "mydata.by.USER",
                        by.name(),
                        look.roles().stream().map(this::role).collect(Collectors.joining(", ")));
    }

    private String role(Role role) {
        return role.builtIn() ? words.get("security.role." + role.code()) : role.name();
    }
}
