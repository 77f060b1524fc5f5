package dev.rollcall.requests.ui;

import dev.rollcall.kit.Words;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Unit;
import dev.rollcall.planner.PlanWarning;
import dev.rollcall.requests.AbsenceType;
import dev.rollcall.requests.Finding;
import dev.rollcall.requests.Hours;
import dev.rollcall.requests.Measure;
import dev.rollcall.requests.OpenShift;
import dev.rollcall.requests.Swap;
import dev.rollcall.requests.TimeOff;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How screens say what was asked for, and why it was decided as it was.
final class RequestWords {

    private final Words words;
    private final Locale locale;
    private final List<AbsenceType> types;
    private final Directory directory;

    RequestWords(Words words, Locale locale, List<AbsenceType> types, Directory directory) {
        this.words = words;
        this.locale = locale;
        this.types = types;
        this.directory = directory;
    }

    String say(String key, Object... values) {
        return words.get("requests." + key, values);
    }

    Locale locale() {
        return locale;
    }

    // ------------------------------------------------------------------ when

    String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedPattern("yMMMEd").withLocale(locale).format(date);
    }

    String time(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).format(time);
    }

    String period(LocalDate from, LocalDate to, @Nullable Hours part) {
        if (part != null) {
            return say("period.part", date(from), time(part.start()), time(part.end()));
        }
        return from.equals(to) ? date(from) : say("period", date(from), date(to));
    }

    // ------------------------------------------------------------------ what

    /// What an organisation begins with is named in the reader's language until somebody calls it
    /// something else.
    String type(AbsenceType type) {
        return switch (type.name()) {
            case "Annual leave" -> say("type.ANNUAL_LEAVE");
            case "Time in lieu" -> say("type.TIME_IN_LIEU");
            case "Special leave" -> say("type.SPECIAL_LEAVE");
            default -> type.name();
        };
    }

    String type(String code) {
        return types.stream()
                .filter(type -> type.code().equals(code))
                .findFirst()
                .map(this::type)
                .orElse(code);
    }

    String number(BigDecimal amount) {
        return NumberFormat.getInstance(locale).format(amount);
    }

    String amount(BigDecimal amount, Measure measure) {
        return say("amount." + measure, amount);
    }

    String amount(TimeOff timeOff) {
        return amount(
                timeOff.amount(),
                types.stream()
                        .filter(type -> type.code().equals(timeOff.type()))
                        .findFirst()
                        .map(AbsenceType::measure)
                        .orElse(Measure.DAYS));
    }

    String name(AgentId agent) {
        return directory.agent(agent).map(Agent::name).orElse("–");
    }

    String names(List<AgentId> agents) {
        return agents.stream().map(this::name).collect(Collectors.joining(", "));
    }

    /// A shift at a glance: its date and from when to when.
    String shift(LocalDate date, List<PlannedActivity> entries, ZoneId zone) {
        return entries.stream()
                .map(PlannedActivity::span)
                .reduce((one, other) ->
                        TimeSpan.of(
                                one.start().isBefore(other.start()) ? one.start() : other.start(),
                                one.end().isAfter(other.end()) ? one.end() : other.end()))
                .map(span ->
                        say(
                                "period.part",
                                date(date),
                                time(LocalTime.ofInstant(span.start(), zone)),
                                time(LocalTime.ofInstant(span.end(), zone))))
                .orElse(date(date));
    }

    /// Whose open shift it is.
    String where(OpenShift shift) {
        var unit = directory.unit(shift.unit()).map(Unit::name).orElse("");
        var group = shift.group();
        return group == null
                ? unit
                : say("line", unit, directory.group(group).map(Group::name).orElse(""));
    }

    String warning(PlanWarning warning) {
        return warning(warning.kind().name(), warning.date().toString());
    }

    private String warning(String kind, String date) {
        return say("warning." + kind, date(LocalDate.parse(date)));
    }

    // ------------------------------------------------------------------ why

    /// Why a request stands where it stands, in sentences.
    List<String> why(TimeOff timeOff) {
        return timeOff.findings().stream()
                .filter(each ->
                        timeOff.progress() != TimeOff.Progress.APPROVED
                                || timeOff.isByRule() != each.kind().isAgainst())
                .map(this::finding)
                .toList();
    }

    /// What the planner's rules said about a swap or a claim, and about whom.
    List<String> warnings(List<Finding> findings, @Nullable AgentId from, @Nullable AgentId taker) {
        return findings.stream()
                .map(each -> {
                    if (each.kind() != Finding.Kind.PLAN_WARNING) {
                        return finding(each);
                    }
                    var whose = each.values().getFirst().equals("FROM") ? from : taker;
                    return say(
                            "warning.of",
                            whose == null ? "" : name(whose),
                            warning(each.values().get(1), each.values().get(2)));
                })
                .toList();
    }

    String finding(Finding finding) {
        return say(
                "finding." + finding.kind(), finding.values().stream().map(this::value).toArray());
    }

    private Object value(String value) {
        if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return date(LocalDate.parse(value));
        }
        if (value.matches("\\d{2}:\\d{2}(:\\d{2})?")) {
            return time(LocalTime.parse(value));
        }
        return value.matches("-?\\d{1,9}(\\.\\d+)?") ? (Object) new BigDecimal(value) : value;
    }

    /// What became of a swap, and by whom.
    String state(Swap swap) {
        var by = swap.decidedBy();
        if (by == null) {
            return say("state.ASKED");
        }
        return swap.isByRule()
                ? say("state.byRule." + swap.progress())
                : say("state.by." + swap.progress(), by.name());
    }

    /// What became of a claim, and by whom.
    String state(OpenShift.Claim claim) {
        var by = claim.decidedBy();
        return by == null || claim.isByRule()
                ? say("state.firstCome." + claim.progress())
                : say("state.claim." + claim.progress(), by);
    }

    /// What became of it, and by whom.
    String state(TimeOff timeOff) {
        var by = timeOff.decidedBy();
        if (by == null) {
            return say("state.ASKED");
        }
        return timeOff.isByRule()
                ? say("state.byRule." + timeOff.progress())
                : timeOff.progress() == TimeOff.Progress.WITHDRAWN
                        ? say("state.WITHDRAWN")
                        : say("state.by." + timeOff.progress(), by.name());
    }
}
