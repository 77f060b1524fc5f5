package dev.rollcall.adherence.ui.settings;

import dev.rollcall.adherence.Names;
import dev.rollcall.adherence.engine.Grace;
import dev.rollcall.adherence.engine.MappingRule;
import dev.rollcall.adherence.engine.Rules;
import dev.rollcall.adherence.engine.Verdict;
import dev.rollcall.adherence.settings.Origin;
import dev.rollcall.adherence.settings.RuleChange;
import dev.rollcall.adherence.settings.Setting;
import dev.rollcall.adherence.settings.Sourced;
import dev.rollcall.kit.Words;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.presence.Reasons;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says settings and their changes in words.
final class RuleWords {

    /// A change told: what it is about, and how it was and will be.
    ///
    /// @param before null where the sentence says all
    record Told(String about, @Nullable String before, String after) {}

    private final Words words;
    private final Names names;
    private final Reasons reasons;
    private final Directory directory;
    private final Locale locale;

    RuleWords(Words words, Names names, Reasons reasons, Directory directory, Locale locale) {
        this.words = words;
        this.names = names;
        this.reasons = reasons;
        this.directory = directory;
        this.locale = locale;
    }

    // ------------------------------------------------------------------ names

    String level(Origin origin) {
        if (origin.shipped()) {
            return words.get("adherence.settings.shipped");
        }
        return origin.unit() == null
                ? words.get("adherence.settings.organisation")
                : directory.unit(origin.unit()).map(Unit::name).orElse("");
    }

    /// Whose mapping a level follows: a unit always that of a level people know.
    String followed(Origin origin, Origin self) {
        return level(origin.shipped() && self.unit() != null ? Origin.ORGANISATION : origin);
    }

    /// @param code an activity's code, or `*`
    String activity(String code) {
        return code.equals(MappingRule.ANY)
                ? words.get("adherence.settings.anyActivity")
                : names.activity(code);
    }

    /// @param presence a presence, or `*`
    String presence(String presence) {
        return presence.equals(MappingRule.ANY)
                ? words.get("adherence.settings.anyPresence")
                : names.presence(presence);
    }

    /// Whether a presence is one of the reasons people choose from, and not a feed's own.
    boolean isReason(String presence) {
        return reasons.all().stream()
                .anyMatch(reason -> reason.state().toString().equals(presence));
    }

    String verdict(Verdict verdict) {
        return words.get("adherence.settings.verdict." + verdict);
    }

    // ------------------------------------------------------------------ values

    /// "2 min 30 s": exact, unlike what sentences about people say.
    String duration(Duration duration) {
        long hours = duration.toHours();
        var text = new StringBuilder();
        append(text, "kit.duration.briefHours", hours);
        append(text, "kit.duration.briefMinutes", duration.toMinutesPart());
        append(text, "kit.duration.briefSeconds", duration.toSecondsPart());
        return text.isEmpty() ? words.get("kit.duration.briefSeconds", 0) : text.toString();
    }

    private void append(StringBuilder text, String key, long number) {
        if (number > 0) {
            text.append(text.isEmpty() ? "" : " ").append(words.get(key, number));
        }
    }

    String grace(Grace grace) {
        return switch (grace) {
            case Grace.None _ -> words.get("adherence.settings.grace.NONE.short");
            case Grace.MinimumException g ->
                    words.get(
                            "adherence.settings.grace.MINIMUM_EXCEPTION.short",
                            duration(g.duration()));
            case Grace.AlarmOnly g ->
                    words.get("adherence.settings.grace.ALARM_ONLY.short", duration(g.duration()));
            case Grace.Boundary g ->
                    words.get(
                            "adherence.settings.grace.BOUNDARY.short",
                            duration(g.startBefore()),
                            duration(g.startAfter()),
                            duration(g.endBefore()),
                            duration(g.endAfter()));
        };
    }

    String value(Object value) {
        return switch (value) {
            case BigDecimal percent -> percent(percent);
            case Duration duration -> duration(duration);
            case Boolean on -> words.get("adherence.settings." + (on ? "on" : "off"));
            case Rules.Unmapped unmapped -> words.get("adherence.settings.unmapped." + unmapped);
            case Rules.Unscheduled unscheduled ->
                    words.get("adherence.settings.unscheduled." + unscheduled);
            case List<?> presences ->
                    presences.isEmpty()
                            ? words.get("adherence.settings.none")
                            : presences.stream()
                                    .map(each -> names.presence(each.toString()))
                                    .collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    String percent(BigDecimal percent) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(percent.movePointLeft(2));
    }

    /// A score as screens show it, with its one decimal: "93.0 %".
    String score(BigDecimal rounded) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(rounded.movePointLeft(2));
    }

    /// Percentage points with their sign: "+2.3".
    String points(BigDecimal difference) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        var size = format.format(difference.abs());
        return difference.signum() < 0 ? "−" + size : difference.signum() > 0 ? "+" + size : size;
    }

    /// "22 Nov 2026", or "16 Nov 2026 – 22 Nov 2026".
    String span(LocalDate from, LocalDate to) {
        return from.equals(to) ? day(from) : day(from) + " – " + day(to);
    }

    String setting(Setting setting) {
        return words.get("adherence.settings.setting." + setting);
    }

    /// "22 Nov 2026", as the language has it.
    String day(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date);
    }

    /// "Friday, 20 November 2026", as the language has it.
    String fullDay(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(date);
    }

    /// "22 Nov 2026, 07:30".
    String moment(Instant instant, ZoneId zone) {
        var local = instant.atZone(zone);
        return day(local.toLocalDate())
                + ", "
                + DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(local);
    }

    /// "today", or "from 1 Dec 2026".
    String from(LocalDate date, LocalDate today) {
        return date.equals(today)
                ? words.get("adherence.settings.fromToday")
                : words.get("adherence.settings.fromDay", day(date));
    }

    // ------------------------------------------------------------------ changes

    /// @param self the level whose settings change
    Told tell(RuleChange change, Origin self) {
        return switch (change) {
            case RuleChange.MappingMoved moved ->
                    new Told(
                            words.get("adherence.settings.setting.MAPPING"),
                            null,
                            moved.after().equals(self)
                                    ? words.get("adherence.settings.mapping.itsOwn", level(self))
                                    : words.get(
                                            "adherence.settings.mapping.follows",
                                            level(self),
                                            followed(moved.after(), self)));
            case RuleChange.PairDecided pair ->
                    new Told(
                            words.get(
                                    "adherence.settings.pair",
                                    presence(pair.presence()),
                                    activity(pair.activity())),
                            verdict(pair.before()),
                            verdict(pair.after()));
            case RuleChange.GraceChanged grace ->
                    new Told(
                            grace.activity() == null
                                    ? words.get("adherence.settings.graceOfAll")
                                    : words.get(
                                            "adherence.settings.graceOf",
                                            names.activity(grace.activity())),
                            grace(grace.before(), grace.after(), self),
                            grace(grace.after(), grace.before(), self));
            case RuleChange.ValueChanged value ->
                    new Told(
                            setting(value.setting()),
                            sourced(
                                    value(value.before().value()),
                                    value.before(),
                                    value.after(),
                                    self),
                            sourced(
                                    value(value.after().value()),
                                    value.after(),
                                    value.before(),
                                    self));
        };
    }

    private String grace(
            @Nullable Sourced<Grace> one, @Nullable Sourced<Grace> other, Origin self) {
        return one == null
                ? words.get("adherence.settings.asAll")
                : sourced(grace(one.value()), one, other, self);
    }

    /// With where it comes from, unless that goes without saying.
    private String sourced(String text, Sourced<?> one, @Nullable Sourced<?> other, Origin self) {
        if (!one.origin().equals(self)) {
            return words.get("adherence.settings.sourced", text, inheritedFrom(one.origin()));
        }
        return other != null && other.value().equals(one.value())
                ? words.get(
                        "adherence.settings.sourced", text, words.get("adherence.settings.setHere"))
                : text;
    }

    /// "inherited from North", or "Rollcall's default".
    String inheritedFrom(Origin origin) {
        return origin.shipped()
                ? words.get("adherence.settings.fromShipped")
                : words.get("adherence.settings.fromLevel", level(origin));
    }
}
