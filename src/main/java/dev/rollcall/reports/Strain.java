package dev.rollcall.reports;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// A sign that somebody may be working too much, with what was counted: a reason to talk, never a
/// diagnosis. Pure.
///
/// Too much work is the first of six mismatches that lead to burnout (Maslach & Leiter, *The Truth
/// About Burnout*, 1997). Breaks are a right from six hours of work on (Directive 2003/88/EC,
/// article 4), and hours beyond the plan weigh the more the longer they go on (Pega et al.,
/// *Global, regional, and national burdens of ischemic heart disease and stroke attributable to
/// exposure to long working hours*, Environment International 154, 2021). From when on it is worth
/// a word is our choice, and stands beside each sign.
///
/// @param count days in a row, breaks worked through, or hours beyond the plan
/// @param of planned days, planned breaks, or hours of planned work
/// @param from the first day of it
/// @param to the last
public record Strain(Kind kind, int count, int of, LocalDate from, LocalDate to) {

    /// So many working days in a row with more than [#OVERRUN] beyond the plan.
    public static final int STREAK = 5;

    /// What a day may run over without a word.
    public static final Duration OVERRUN = Duration.ofMinutes(10);

    /// So many breaks worked through, if they are a fifth of those planned.
    public static final int BREAKS = 3;

    /// A tenth more than planned, if it is so much.
    public static final Duration OVERTIME = Duration.ofHours(4);

    private static final int FIFTH = 5;
    private static final int TENTH = 10;

    public enum Kind {
        OVERRUN_STREAK,
        MISSED_BREAKS,
        OVERTIME
    }

    /// @param days of one person's last weeks, in any order
    public static List<Strain> in(Collection<DayFacts> days) {
        var planned =
                days.stream()
                        .filter(day -> day.totals().days() > 0)
                        .sorted(Comparator.comparing(DayFacts::date))
                        .toList();
        if (planned.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Strain>();
        streak(planned, found);
        var total = days.stream().map(DayFacts::totals).reduce(Totals.NONE, Totals::plus);
        var from = planned.getFirst().date();
        var to = planned.getLast().date();
        if (total.missedBreaks() >= BREAKS && total.missedBreaks() * FIFTH >= total.breaks()) {
            found.add(
                    new Strain(Kind.MISSED_BREAKS, total.missedBreaks(), total.breaks(), from, to));
        }
        var beyond = total.figures().unscheduledWork();
        var work = total.figures().scheduledWork();
        if (beyond.compareTo(OVERTIME) >= 0 && beyond.multipliedBy(TENTH).compareTo(work) >= 0) {
            found.add(
                    new Strain(
                            Kind.OVERTIME,
                            (int) beyond.plusMinutes(30).toHours(),
                            (int) work.plusMinutes(30).toHours(),
                            from,
                            to));
        }
        return found;
    }

    /// The longest one, the latest of those that are as long.
    private static void streak(List<DayFacts> planned, List<Strain> found) {
        int longest = 0;
        int end = 0;
        int length = 0;
        for (int i = 0; i < planned.size(); i++) {
            length = planned.get(i).totals().overrun().compareTo(OVERRUN) > 0 ? length + 1 : 0;
            if (length >= longest) {
                longest = length;
                end = i;
            }
        }
        if (longest >= STREAK) {
            found.add(
                    new Strain(
                            Kind.OVERRUN_STREAK,
                            longest,
                            planned.size(),
                            planned.get(end - longest + 1).date(),
                            planned.get(end).date()));
        }
    }
}
