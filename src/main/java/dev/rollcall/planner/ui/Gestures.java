package dev.rollcall.planner.ui;

import dev.rollcall.planner.DayEdit;
import dev.rollcall.planner.DayKey;
import dev.rollcall.planner.Edits;
import dev.rollcall.planner.RosterDay;
import dev.rollcall.planner.ShiftTemplate;
import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What gestures mean for the days they are made on. Answers with edits; saves nothing.
final class Gestures {

    private static final Duration SHORTEST = Duration.ofMinutes(5);

    private final Sheet sheet;
    private final Function<String, Category> categories;

    Gestures(Sheet sheet, Function<String, Category> categories) {
        this.sheet = sheet;
        this.categories = categories;
    }

    /// The chosen days hold nothing.
    List<DayEdit> clear(List<DayKey> chosen) {
        return known(chosen)
                .filter(day -> !day.entries().isEmpty())
                .map(day -> sheet.edit(day, List.of()))
                .toList();
    }

    private Stream<RosterDay> known(Collection<DayKey> keys) {
        return keys.stream().map(sheet::day).flatMap(Optional::stream);
    }

    /// The chosen days hold a template's shift. On each date its pauses are staggered over those
    /// who get it together.
    List<DayEdit> template(List<DayKey> chosen, ShiftTemplate template) {
        var ranks = new LinkedHashMap<Object, Integer>();
        var counts = new LinkedHashMap<Object, Integer>();
        chosen.forEach(key -> counts.merge(key.date(), 1, Integer::sum));
        var edits = new ArrayList<DayEdit>();
        known(chosen)
                .forEach(day -> {
                    int rank = ranks.merge(day.key().date(), 1, Integer::sum) - 1;
                    sheet.person(day.key().agent())
                            .map(person ->
                                    template.on(
                                            day.key().date(),
                                            person.zone(),
                                            rank,
                                            counts.getOrDefault(day.key().date(), 1)))
                            .ifPresent(entries -> edits.add(sheet.edit(day, entries)));
                });
        return edits;
    }

    /// What the chosen days hold now, to be pasted later, perhaps in another week.
    Copied copy(List<DayKey> chosen) {
        if (chosen.isEmpty()) {
            return Copied.NOTHING;
        }
        var origin = chosen.getFirst();
        var pieces = new ArrayList<Copied.Piece>();
        known(chosen)
                .forEach(day -> {
                    var key = day.key();
                    int down = sheet.row(key.agent()) - sheet.row(origin.agent());
                    long on = key.date().toEpochDay() - origin.date().toEpochDay();
                    sheet.person(key.agent())
                            .ifPresent(person ->
                                    pieces.add(
                                            new Copied.Piece(
                                                    down,
                                                    Math.toIntExact(on),
                                                    key.date(),
                                                    person.zone(),
                                                    day.entries())));
                });
        return new Copied(pieces);
    }

    /// What was copied lies over the chosen days: once from their first one on, or, when one day
    /// was copied, on each of them.
    List<DayEdit> paste(Copied copied, List<DayKey> chosen) {
        var wanted = new LinkedHashMap<DayKey, List<PlannedActivity>>();
        if (chosen.isEmpty()) {
            return List.of();
        }
        if (copied.pieces().size() == 1) {
            chosen.forEach(to -> paste(copied.pieces().getFirst(), to, wanted));
        } else {
            for (var piece : copied.pieces()) {
                sheet.at(chosen.getFirst(), piece.down(), piece.on())
                        .ifPresent(to -> paste(piece, to, wanted));
            }
        }
        return edits(wanted);
    }

    private void paste(Copied.Piece piece, DayKey to, Map<DayKey, List<PlannedActivity>> wanted) {
        sheet.person(to.agent())
                .ifPresent(taker ->
                        wanted.put(
                                to,
                                Edits.onDate(
                                        piece.entries(),
                                        piece.date(),
                                        piece.zone(),
                                        to.date(),
                                        taker.zone())));
    }

    /// Days that hold nothing hold what the same people did so many days before.
    ///
    /// @param before what they did then
    List<DayEdit> takeOver(Sheet before, int daysBefore) {
        var edits = new ArrayList<DayEdit>();
        for (var day : sheet.days()) {
            var key = day.key();
            if (!day.entries().isEmpty()
                    || key.date().isBefore(sheet.first())
                    || key.date().isAfter(sheet.last())) {
                continue;
            }
            var from = new DayKey(key.agent(), key.date().minusDays(daysBefore));
            before.day(from)
                    .filter(then -> !then.entries().isEmpty())
                    .flatMap(then ->
                            sheet.person(key.agent())
                                    .map(person ->
                                            Edits.onDate(
                                                    then.entries(),
                                                    from.date(),
                                                    person.zone(),
                                                    key.date(),
                                                    person.zone())))
                    .ifPresent(entries -> edits.add(sheet.edit(day, entries)));
        }
        return edits;
    }

    /// The chosen days lie elsewhere, or are there as well.
    List<DayEdit> move(List<DayKey> chosen, int down, int on, boolean copy) {
        var wanted = new LinkedHashMap<DayKey, List<PlannedActivity>>();
        if (chosen.stream().anyMatch(from -> sheet.at(from, down, on).isEmpty())) {
            return List.of();
        }
        if (!copy) {
            chosen.forEach(from -> wanted.put(from, List.of()));
        }
        for (var from : chosen) {
            sheet.at(from, down, on).ifPresent(to -> copyTo(from, to, wanted));
        }
        return edits(wanted);
    }

    private void copyTo(DayKey from, DayKey to, Map<DayKey, List<PlannedActivity>> wanted) {
        var source = sheet.day(from);
        var giver = sheet.person(from.agent());
        var taker = sheet.person(to.agent());
        if (source.isPresent() && giver.isPresent() && taker.isPresent()) {
            wanted.put(
                    to,
                    Edits.onDate(
                            source.get().entries(),
                            from.date(),
                            giver.get().zone(),
                            to.date(),
                            taker.get().zone()));
        }
    }

    private List<DayEdit> edits(Map<DayKey, List<PlannedActivity>> wanted) {
        return known(wanted.keySet())
                .filter(day -> !day.entries().equals(wanted.get(day.key())))
                .map(day -> sheet.edit(day, wanted.getOrDefault(day.key(), List.of())))
                .toList();
    }

    /// One entry, or all of a day, earlier or later.
    List<DayEdit> shift(DayKey key, int entry, Duration by) {
        return onDay(
                key,
                day -> {
                    if (entry < 0 || entry >= day.entries().size()) {
                        return Edits.shifted(day.entries(), by);
                    }
                    var span = day.entries().get(entry).span();
                    if (categories.apply(day.entries().get(entry).activity()) == Category.WORK) {
                        return shiftedWork(day, entry, by);
                    }
                    return Edits.resized(
                            day.entries(),
                            entry,
                            TimeSpan.of(span.start().plus(by), span.end().plus(by)),
                            categories);
                });
    }

    /// Work takes what lies within it along.
    private List<PlannedActivity> shiftedWork(RosterDay day, int entry, Duration by) {
        var work = day.entries().get(entry).span();
        return day.entries().stream()
                .map(each -> {
                    boolean goesAlong =
                            !each.span().start().isBefore(work.start())
                                    && !each.span().end().isAfter(work.end());
                    return goesAlong ? Edits.shifted(List.of(each), by).getFirst() : each;
                })
                .toList();
    }

    /// One entry from or until another time; without an entry the first stretch of work.
    List<DayEdit> stretch(DayKey key, int entry, Duration start, Duration end) {
        return onDay(
                key,
                day -> {
                    int which = entry >= 0 ? entry : firstWork(day);
                    if (which < 0 || which >= day.entries().size()) {
                        return day.entries();
                    }
                    var span = day.entries().get(which).span();
                    var from = span.start().plus(start);
                    var to = span.end().plus(end);
                    return Duration.between(from, to).compareTo(SHORTEST) < 0
                            ? day.entries()
                            : Edits.resized(
                                    day.entries(), which, TimeSpan.of(from, to), categories);
                });
    }

    private int firstWork(RosterDay day) {
        for (int i = 0; i < day.entries().size(); i++) {
            if (categories.apply(day.entries().get(i).activity()) == Category.WORK) {
                return i;
            }
        }
        return -1;
    }

    List<DayEdit> remove(DayKey key, int entry) {
        return onDay(
                key,
                day ->
                        entry < 0 || entry >= day.entries().size()
                                ? day.entries()
                                : Edits.removed(day.entries(), entry, categories));
    }

    /// A new entry.
    List<DayEdit> create(DayKey key, String activity, Instant from, Instant to) {
        return onDay(
                key,
                day ->
                        Duration.between(from, to).compareTo(SHORTEST) < 0
                                ? day.entries()
                                : Edits.added(
                                        day.entries(),
                                        new PlannedActivity(activity, TimeSpan.of(from, to))));
    }

    private List<DayEdit> onDay(DayKey key, Function<RosterDay, List<PlannedActivity>> change) {
        return sheet.day(key)
                .map(day -> sheet.edit(day, change.apply(day)))
                .filter(edit ->
                        sheet.day(key)
                                .filter(day -> day.entries().equals(edit.entries()))
                                .isEmpty())
                .map(List::of)
                .orElse(List.of());
    }
}
