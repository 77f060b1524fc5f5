package dev.rollcall.adherence.ui.person;

import dev.rollcall.adherence.MinuteExplained;
import dev.rollcall.adherence.Names;
import dev.rollcall.adherence.engine.Finding;
import dev.rollcall.adherence.engine.Grace;
import dev.rollcall.adherence.engine.Judgement;
import dev.rollcall.adherence.engine.MappingRule;
import dev.rollcall.adherence.ui.Times;
import dev.rollcall.kit.DurationWords;
import dev.rollcall.kit.Words;
import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.schedule.DayPlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says why a minute counts as it does: one sentence, and the evidence behind each of its words.
/// Pure.
final class MinuteWords {

    /// One line of evidence.
    record Evidence(String caption, String text) {}

    private final Words words;
    private final Names names;
    private final Times times;
    private final DurationWords durations;

    MinuteWords(Words words, Names names, Times times) {
        this.words = words;
        this.names = names;
        this.times = times;
        this.durations = new DurationWords(words);
    }

    /// "At 12:41 Work was scheduled and Break was reported: the mapping counts that as out, and it
    /// lasted 12 minutes, which is not less than the grace of 2 minutes."
    String sentence(MinuteExplained minute) {
        var at = times.of(minute.at());
        var finding = minute.finding();
        if (finding == null) {
            return minute.scheduled() == null
                    ? words.get("adherence.minute.laterNothing", at)
                    : words.get(
                            "adherence.minute.later",
                            at,
                            names.activity(minute.scheduled().activity()));
        }
        if (finding.isSilence()) {
            return words.get("adherence.minute.silence", at, scheduled(finding));
        }
        var done = names.presence(finding.presence());
        if (finding.piece() == null) {
            return words.get("adherence.minute.outside." + outside(finding), at, done);
        }
        return words.get(
                "adherence.minute.inside",
                at,
                scheduled(finding),
                done,
                words.get("adherence.minute.counts." + finding.verdict()),
                consequence(finding, minute));
    }

    private String scheduled(Finding finding) {
        return finding.piece() == null
                ? words.get("adherence.minute.nothing")
                : names.activity(finding.piece().activity());
    }

    /// Outside every entry a judged stretch is one of these.
    private static Judgement outside(Finding finding) {
        return switch (finding.judgement()) {
            case SEVERE -> Judgement.OUT;
            case IN, NEUTRAL, GRACE, UNKNOWN -> Judgement.OFF;
            case OUT, EXCUSED, UNSCHEDULED, OFF -> finding.judgement();
        };
    }

    /// What follows from a verdict: ", and …"; empty where the verdict says all.
    private String consequence(Finding finding, MinuteExplained minute) {
        var run = finding.run();
        if (run == null) {
            return "";
        }
        boolean goesOn = run.end().equals(minute.asOf()) && !isOver(minute);
        var length =
                words.get(
                        goesOn ? "adherence.minute.lasts" : "adherence.minute.lasted",
                        durations.of(run.duration()));
        return switch (finding.judgement()) {
            case EXCUSED -> words.get("adherence.minute.excused", length);
            case GRACE ->
                    words.get(
                            "adherence.minute.grace." + forgiving(finding), length, grace(finding));
            case SEVERE ->
                    words.get(
                            "adherence.minute.severe",
                            length,
                            words.get("adherence.minute.out." + model(finding), grace(finding)));
            default ->
                    words.get(
                            "adherence.minute.outConsequence",
                            length,
                            words.get("adherence.minute.out." + model(finding), grace(finding)));
        };
    }

    private static boolean isOver(MinuteExplained minute) {
        return minute.finding() != null
                && minute.finding().piece() != null
                && !minute.asOf().isBefore(minute.finding().piece().end());
    }

    /// A run shorter than the least exception is forgiven whole; everything else by a window, its
    /// own or a neighbour's.
    private static String forgiving(Finding finding) {
        return finding.grace() instanceof Grace.MinimumException least
                        && finding.run() != null
                        && finding.run().duration().compareTo(least.duration()) < 0
                ? "MINIMUM_EXCEPTION"
                : "BOUNDARY";
    }

    private static String model(Finding finding) {
        return switch (finding.grace()) {
            case Grace.MinimumException _ -> "MINIMUM_EXCEPTION";
            case Grace.Boundary _ -> "BOUNDARY";
            case Grace.AlarmOnly _ -> "ALARM_ONLY";
            case Grace.None _ -> "NONE";
            case null -> "NONE";
        };
    }

    private String grace(Finding finding) {
        return switch (finding.grace()) {
            case Grace.MinimumException g -> durations.of(g.duration());
            case Grace.AlarmOnly g -> durations.of(g.duration());
            case Grace.Boundary _, Grace.None _ -> "";
            case null -> "";
        };
    }

    // ------------------------------------------------------------------ evidence

    /// Where each word of the sentence comes from, in the order in which it was decided.
    List<Evidence> evidence(MinuteExplained minute) {
        var lines = new ArrayList<Evidence>();
        lines.add(line("schedule", schedule(minute)));
        lines.add(line("event", event(minute.segment())));
        var finding = minute.finding();
        if (finding == null) {
            return lines;
        }
        if (finding.piece() != null && !finding.isSilence()) {
            lines.add(line("mapping", mapping(finding)));
            lines.add(line("grace", graceLine(finding)));
        }
        lines.add(
                line(
                        "excuse",
                        finding.judgement() == Judgement.EXCUSED
                                ? excuse(minute)
                                : words.get("adherence.minute.noExcuse")));
        lines.add(line("rules", rules(minute)));
        lines.add(
                line(
                        "result",
                        words.get(
                                "adherence.minute.resultLine",
                                words.get("adherence.judgement." + finding.judgement()),
                                times.range(finding.judged().start(), finding.judged().end()))));
        return lines;
    }

    /// "Call overran, 10:02–10:31, given by Kim on 2 Mar 2026 at 10:40".
    private String excuse(MinuteExplained minute) {
        var excuse = minute.excuse();
        var credit = minute.credit();
        if (excuse != null) {
            return words.get(
                    "adherence.minute.excusedBy",
                    excuse.reason().name(words),
                    excuse.goesOn()
                            ? words.get("adherence.board.since", times.of(excuse.span().start()))
                            : times.range(excuse.span().start(), excuse.span().end()),
                    excuse.by(),
                    times.shortDay(times.dayOf(excuse.at())),
                    times.clock(excuse.at()));
        }
        return credit == null
                ? words.get("adherence.minute.covered")
                : words.get(
                        "adherence.minute.credited",
                        durations.of(credit.granted()),
                        times.of(credit.contact()),
                        names.activity(credit.activity()));
    }

    private Evidence line(String caption, String text) {
        return new Evidence(words.get("adherence.minute.caption." + caption), text);
    }

    private String schedule(MinuteExplained minute) {
        var piece = minute.scheduled();
        var what =
                piece == null
                        ? words.get("adherence.minute.nothingScheduled")
                        : names.activity(piece.activity())
                                + " "
                                + times.range(piece.start(), piece.end());
        return what + ", " + version(minute.plan());
    }

    private String version(@Nullable DayPlan plan) {
        return plan == null
                ? words.get("adherence.minute.noPlan")
                : words.get(
                        "adherence.minute.plan",
                        plan.version(),
                        times.shortDay(plan.date()),
                        plan.changedBy(),
                        times.shortDay(times.dayOf(plan.changedAt())),
                        times.clock(plan.changedAt()));
    }

    private String event(@Nullable PresenceSegment segment) {
        if (segment == null) {
            return words.get("adherence.minute.noEvent");
        }
        var since =
                words.get(
                        "adherence.minute.since",
                        names.presence(segment.state().toString()),
                        times.of(segment.start()));
        var how = new ArrayList<String>(List.of(since));
        if (segment.changedBy() != null) {
            how.add(words.get("adherence.board.setBy", segment.changedBy()));
        } else if (segment.automatic()) {
            how.add(
                    words.get(
                            segment.eventId() == null
                                    ? "adherence.minute.bySilence"
                                    : "adherence.minute.byWork"));
        }
        if (segment.eventId() != null) {
            how.add(words.get("adherence.minute.eventId", segment.eventId()));
        }
        if (segment.source() != null) {
            how.add(words.get("adherence.minute.source", segment.source()));
        }
        return String.join(", ", how);
    }

    private String mapping(Finding finding) {
        var rule = finding.rule();
        if (rule == null) {
            return words.get("adherence.minute.unmapped");
        }
        return words.get(
                "adherence.minute.rule",
                rule.activity().equals(MappingRule.ANY)
                        ? words.get("adherence.minute.anyActivity")
                        : names.activity(rule.activity()),
                rule.presence().equals(MappingRule.ANY)
                        ? words.get("adherence.minute.anyPresence")
                        : names.presence(rule.presence()),
                words.get("adherence.minute.verdict." + rule.verdict()));
    }

    private String graceLine(Finding finding) {
        if (finding.grace() instanceof Grace.Boundary g) {
            return words.get(
                    "adherence.minute.model.BOUNDARY",
                    durations.brief(g.startBefore()),
                    durations.brief(g.startAfter()),
                    durations.brief(g.endBefore()),
                    durations.brief(g.endAfter()));
        }
        return words.get("adherence.minute.model." + model(finding), grace(finding));
    }

    private String rules(MinuteExplained minute) {
        var rules = minute.rules();
        return rules.isShipped()
                ? words.get("adherence.drawer.rulesShipped")
                : words.get(
                        "adherence.drawer.rules",
                        rules.version(),
                        times.shortDay(rules.effectiveFrom()));
    }
}
