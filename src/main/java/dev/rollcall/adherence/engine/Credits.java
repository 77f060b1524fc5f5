package dev.rollcall.adherence.engine;

import dev.rollcall.schedule.Category;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Finds the chained excuses of a day. A contact that was going on when a break began takes time
/// from the break: its overrun is excused, and so is as much time after the end of a break. What is
/// not used after one break is kept for the next one of the day.
///
/// Pure. A contact is an unbroken stretch of `ACTIVE`; a break is a piece of the layer above work
/// in which the mapping finds people on a break as planned.
public final class Credits {

    private static final String ACTIVE = "ACTIVE";
    private static final List<String> ON_A_BREAK =
            List.of("UNAVAILABLE/BREAK", "UNAVAILABLE/LUNCH");

    private final Rules rules;
    private final Instant end;
    private final List<Doing> doings;
    private final List<Break> breaks;
    private final List<Piece> pieces;
    private final List<Credit> credits = new ArrayList<>();

    private Credits(Case subject, Rules rules) {
        this.rules = rules;
        this.end =
                subject.asOf().isBefore(subject.period().end())
                        ? subject.asOf()
                        : subject.period().end();
        this.doings = doings(subject, end);
        this.breaks = breaks(subject);
        this.pieces = subject.pieces();
    }

    /// The credits of a case as far as it has come, the earliest first. Its excuses play no part.
    public static List<Credit> of(Case subject, Rules rules) {
        var found = new Credits(subject, rules);
        found.breaks.forEach(found::go);
        return List.copyOf(found.credits);
    }

    /// What credits excuse: the overrun, and what was used.
    public static List<TimeSpan> excused(List<Credit> credits) {
        var spans = new ArrayList<TimeSpan>();
        for (var credit : credits) {
            spans.add(credit.overrun());
            spans.addAll(credit.used());
        }
        return spans;
    }

    /// One break after the other: what a contact took of it, and what is used at its end.
    private void go(Break planned) {
        var from = planned.span().start();
        var to = planned.span().end();
        var contact =
                doings.stream()
                        .filter(each -> isContact(each.presence()))
                        .filter(each -> each.span().start().isBefore(from))
                        .filter(each -> each.span().end().isAfter(from))
                        .findFirst();
        contact.ifPresent(each ->
                credits.add(
                        new Credit(
                                planned.activity(),
                                each.span().start(),
                                TimeSpan.of(from, earlier(each.span().end(), to)),
                                List.of())));
        // A contact that took the whole break puts it off.
        var back =
                contact.map(each -> each.span().end())
                        .filter(until -> until.isAfter(to))
                        .orElse(to);
        use(back, nextBreak(to));
    }

    private Instant nextBreak(Instant after) {
        return breaks.stream()
                .map(each -> each.span().start())
                .filter(start -> start.isAfter(after))
                .findFirst()
                .orElse(end);
    }

    /// Uses what is left from an instant on, while they are still away from work they are scheduled
    /// for.
    private void use(Instant from, Instant to) {
        var until = earlier(earlier(to, end), goneUntil(from));
        for (int i = 0; i < credits.size() && from.isBefore(until); i++) {
            var credit = credits.get(i);
            if (credit.isUsedUp()) {
                continue;
            }
            var used = TimeSpan.of(from, earlier(until, from.plus(credit.left())));
            var all = new ArrayList<>(credit.used());
            all.add(used);
            credits.set(i, new Credit(credit.activity(), credit.contact(), credit.overrun(), all));
            from = used.end();
        }
    }

    /// Until when somebody is out without working; the instant itself when they are not.
    private Instant goneUntil(Instant from) {
        var until = from;
        for (var next = outUntil(from); next.isAfter(until); next = outUntil(until)) {
            until = next;
        }
        return until;
    }

    /// Until when one presence and one piece go on in which somebody is out.
    private Instant outUntil(Instant at) {
        var doing = doings.stream().filter(each -> each.span().contains(at)).findFirst();
        var piece =
                pieces.stream()
                        .filter(each -> !each.start().isAfter(at) && each.end().isAfter(at))
                        .findFirst();
        return doing.isPresent()
                        && piece.isPresent()
                        && !isBack(doing.get().presence())
                        && rules.mapping().verdict(piece.get().activity(), doing.get().presence())
                                == Verdict.OUT
                ? earlier(doing.get().span().end(), piece.get().end())
                : at;
    }

    private boolean isBack(String presence) {
        return rules.isWorking(presence) || isContact(presence) || Rules.isUnknown(presence);
    }

    private static boolean isContact(String presence) {
        return presence.equals(ACTIVE) || presence.startsWith(ACTIVE + "/");
    }

    // ------------------------------------------------------------------ what there is

    /// What was done one after the other; stretches of contact that follow each other are one.
    private static List<Doing> doings(Case subject, Instant end) {
        var doings = new ArrayList<Doing>();
        var presence = subject.presence();
        for (int i = 0; i < presence.size(); i++) {
            var from = presence.get(i).at();
            var to = i + 1 < presence.size() ? earlier(presence.get(i + 1).at(), end) : end;
            var does = presence.get(i).presence();
            if (!to.isAfter(from)) {
                continue;
            }
            if (!doings.isEmpty()
                    && isContact(does)
                    && isContact(doings.getLast().presence())
                    && doings.getLast().span().end().equals(from)) {
                doings.set(
                        doings.size() - 1,
                        new Doing(TimeSpan.of(doings.getLast().span().start(), to), does));
            } else {
                doings.add(new Doing(TimeSpan.of(from, to), does));
            }
        }
        return doings;
    }

    /// The breaks of the period that have begun; those that follow each other at once are one.
    private List<Break> breaks(Case subject) {
        var found = new ArrayList<Break>();
        for (var piece : subject.pieces()) {
            if (!isBreak(piece)
                    || piece.start().isBefore(subject.period().start())
                    || !piece.start().isBefore(end)) {
                continue;
            }
            if (!found.isEmpty() && found.getLast().span().end().equals(piece.start())) {
                var last = found.getLast();
                found.set(
                        found.size() - 1,
                        new Break(last.activity(), TimeSpan.of(last.span().start(), piece.end())));
            } else {
                found.add(new Break(piece.activity(), span(piece)));
            }
        }
        return found;
    }

    private boolean isBreak(Piece piece) {
        return piece.category() == Category.AUXILIARY
                && ON_A_BREAK.stream()
                        .anyMatch(presence ->
                                rules.mapping().verdict(piece.activity(), presence) == Verdict.IN)
                && rules.mapping().verdict(piece.activity(), ACTIVE) != Verdict.IN;
    }

    private static TimeSpan span(Piece piece) {
        return TimeSpan.of(piece.start(), piece.end());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private record Doing(TimeSpan span, String presence) {}

    private record Break(String activity, TimeSpan span) {}
}
