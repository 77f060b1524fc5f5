package dev.rollcall.excuses.ui;

import dev.rollcall.excuses.Excuse;
import dev.rollcall.excuses.ExcuseReason;
import dev.rollcall.excuses.Explanation;
import dev.rollcall.excuses.SpanWords;
import dev.rollcall.kit.Words;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Unit;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.TimeSpan;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/// What screens say of excuses and explanations.
final class ExcuseWords {

    private static final int NAMED = 3;

    private final Words words;
    private final Locale locale;
    private final List<ExcuseReason> reasons;
    private final Directory directory;

    ExcuseWords(Words words, Locale locale, List<ExcuseReason> reasons, Directory directory) {
        this.words = words;
        this.locale = locale;
        this.reasons = reasons;
        this.directory = directory;
    }

    String say(String key, Object... arguments) {
        return words.get("excuses." + key, arguments);
    }

    String span(TimeSpan span, ZoneId zone) {
        return new SpanWords(words, locale, zone).span(span);
    }

    String times(TimeSpan span, ZoneId zone) {
        return new SpanWords(words, locale, zone).times(span);
    }

    String reason(String code) {
        return reasons.stream()
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .map(reason -> reason.name(words))
                .orElse(code);
    }

    /// "Call overran: the customer would not let go".
    String reason(String code, String text) {
        return text.isEmpty() ? reason(code) : reason(code) + ": " + text;
    }

    String progress(Explanation.Progress progress) {
        return say("progress." + progress);
    }

    /// Whom an excuse is for: names, or what it reaches.
    String whom(Excuse excuse) {
        return switch (excuse.reach()) {
            case PEOPLE -> people(excuse);
            case UNIT ->
                    directory
                            .unit(Objects.requireNonNull(excuse.unit()))
                            .map(Unit::name)
                            .orElse("–");
            case GROUP ->
                    directory
                            .group(Objects.requireNonNull(excuse.group()))
                            .map(Group::name)
                            .orElse("–");
            case EVERYBODY -> say("reach.EVERYBODY");
        };
    }

    private String people(Excuse excuse) {
        var names =
                excuse.people().stream()
                        .flatMap(person -> directory.agent(person).stream())
                        .map(Agent::name)
                        .sorted()
                        .toList();
        return names(names, excuse.covered());
    }

    /// "Dana Fox, Kim Lee, Ali Ok and 4 more".
    String names(List<String> names, int all) {
        var some = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        int more = all - Math.min(NAMED, names.size());
        return more <= 0 ? some : say("andMore", some, more);
    }

    String conflict(EditConflict conflict) {
        return conflict.changedBy()
                .map(name -> say("conflict", name))
                .orElseGet(() -> words.get("kit.deed.conflict.somebody"));
    }
}
