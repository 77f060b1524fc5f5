package dev.rollcall.planner.ui;

import dev.rollcall.demand.RequiredHeads;
import dev.rollcall.people.Agent;
import dev.rollcall.people.GroupId;
import dev.rollcall.planner.DayKey;
import dev.rollcall.planner.GroupGap;
import dev.rollcall.planner.PlannedHeads;
import dev.rollcall.planner.RosterDay;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.DayPeriod;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What stands over the columns of a planner: the date, how many people are planned and needed half
/// hour by half hour, and the groups of which nobody is left. Heads are added up once and again
/// only for dates that change.
final class GridHead {

    /// So far apart, in minutes, are the times that are written over a column of hours.
    private static final int TICK = 120;

    private static final int MOST_GAPS_TOLD = 5;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final PlannerWords words;
    private final Activities activities;
    private final Sheet sheet;
    private final Needs needs;
    private final ZoneId zone;
    private LocalDate today;
    private final @Nullable Window hours;
    private final Map<LocalDate, Heads> known = new HashMap<>();

    private record Heads(PlannedHeads planned, List<GroupGap> gaps) {}

    /// @param hours the hours of the one date that is shown; null: dates are
    GridHead(
            PlannerWords words,
            Activities activities,
            Sheet sheet,
            Needs needs,
            ZoneId zone,
            LocalDate today,
            @Nullable Window hours) {
        this.words = words;
        this.activities = activities;
        this.sheet = sheet;
        this.needs = needs;
        this.zone = zone;
        this.today = today;
        this.hours = hours;
    }

    /// Another date is today.
    void mark(LocalDate date) {
        today = date;
    }

    /// A day reaches into the dates beside it.
    void forget(Collection<DayKey> changed) {
        for (var key : changed) {
            known.remove(key.date().minusDays(1));
            known.remove(key.date());
            known.remove(key.date().plusDays(1));
        }
    }

    List<GroupGap> gaps() {
        return sheet.dates().stream().flatMap(date -> heads(date).gaps().stream()).toList();
    }

    /// The gaps that would open if some days were as on another sheet.
    List<GroupGap> gapsWith(Sheet trial, Collection<DayKey> changed) {
        var other = new GridHead(words, activities, trial, needs, zone, today, hours);
        return sheet.dates().stream()
                .filter(date ->
                        changed.stream()
                                .anyMatch(key ->
                                        Math.abs(key.date().toEpochDay() - date.toEpochDay()) <= 1))
                .flatMap(date ->
                        other.heads(date).gaps().stream()
                                .filter(gap ->
                                        heads(date).gaps().stream()
                                                .noneMatch(each -> each.covers(gap))))
                .toList();
    }

    ObjectNode json() {
        var head = JSON.objectNode();
        head.put("mode", hours == null ? "dates" : "hours");
        head.put("people", words.say("people", sheet.people().size()));
        head.put("minutes", hours == null ? 24 * 60 : hours.minutes());
        var columns = head.putArray("columns");
        double most = 0;
        for (var date : sheet.dates()) {
            var heads = heads(date);
            for (int i = 0; i < heads.planned().seconds().size(); i++) {
                most =
                        Math.max(
                                most,
                                Math.max(heads.planned().at(i), requiredAt(heads.planned(), i)));
            }
            column(columns.addObject(), date, heads);
        }
        head.put("most", most);
        var ticks = head.putArray("ticks");
        if (hours != null) {
            turn(head, hours);
            for (int minute = TICK; minute < hours.minutes(); minute += TICK) {
                ticks.addObject().put("at", minute).put("name", words.time(hours.at(minute), zone));
            }
        }
        return head;
    }

    /// When the clocks are changed on that day.
    private void turn(ObjectNode head, Window window) {
        var turn = zone.getRules().nextTransition(window.begin());
        if (turn != null && window.span().contains(turn.getInstant())) {
            head.putObject("turn")
                    .put("at", Duration.between(window.begin(), turn.getInstant()).toMinutes())
                    .put("by", turn.getDuration().toMinutes());
        }
    }

    private void column(ObjectNode column, LocalDate date, Heads heads) {
        boolean isDate = hours == null;
        column.put("key", date.toString());
        column.put("name", isDate ? words.weekday(date) : words.date(date));
        column.put("note", isDate ? words.dayOfMonth(date) : "");
        column.put("today", date.equals(today));
        var holiday = needs.holidays().get(date);
        column.put("free", holiday != null || date.getDayOfWeek().getValue() >= 6);
        column.put("holiday", holiday == null ? "" : holiday);
        double least = Double.MAX_VALUE;
        double most = 0;
        var planned = column.putArray("planned");
        for (int i = 0; i < heads.planned().seconds().size(); i++) {
            double here = heads.planned().at(i);
            planned.add(round(here));
            most = Math.max(most, here);
            least = here > 0 ? Math.min(least, here) : least;
        }
        var told = new ArrayList<String>();
        if (holiday != null) {
            told.add(holiday);
        }
        told.add(
                most == 0
                        ? words.say("headsNone", words.date(date))
                        : words.say("heads", words.date(date), round(least), round(most)));
        int tooFew = required(column, heads.planned());
        if (tooFew >= 0) {
            told.add(words.say("headsShort", tooFew));
        }
        heads.gaps().stream().limit(MOST_GAPS_TOLD).map(this::say).forEach(told::add);
        column.put("gaps", gapsIn(heads.gaps()));
        column.put("say", String.join("\n", told));
    }

    private String gapsIn(List<GroupGap> gaps) {
        var groups = gaps.stream().map(GroupGap::group).distinct().toList();
        return switch (groups.size()) {
            case 0 -> "";
            case 1 -> words.say("gap.one", name(groups.getFirst()));
            default -> words.say("gap.several", groups.size());
        };
    }

    /// A gap in words: which group, when, and how many are needed.
    String say(GroupGap gap) {
        return words.say(
                "gap",
                name(gap.group()),
                words.shortDate(LocalDate.ofInstant(gap.span().start(), zone)),
                words.hours(gap.span(), zone),
                gap.required());
    }

    private String name(GroupId group) {
        return needs.names().getOrDefault(group, "");
    }

    /// @return in how many half hours there are too few; -1 where nobody said how many are needed
    private int required(ObjectNode column, PlannedHeads heads) {
        boolean isKnown = false;
        int tooFew = 0;
        var list = JSON.arrayNode();
        for (int i = 0; i < heads.seconds().size(); i++) {
            double needed = requiredAt(heads, i);
            isKnown |= needed > 0;
            tooFew += heads.at(i) < needed ? 1 : 0;
            list.add(needed);
        }
        if (isKnown) {
            column.set("required", list);
            return tooFew;
        }
        column.putNull("required");
        return -1;
    }

    private double requiredAt(PlannedHeads heads, int halfHour) {
        return needs.everybody()
                .at(heads.start().plus(PlannedHeads.STEP.multipliedBy(halfHour)))
                .orElse(0);
    }

    private static double round(double heads) {
        return Math.round(heads * 10) / 10.0;
    }

    private Heads heads(LocalDate date) {
        return known.computeIfAbsent(date, this::count);
    }

    private Heads count(LocalDate date) {
        var window = hours == null ? new DayPeriod(date, zone).span() : hours.span();
        var gaps = new ArrayList<GroupGap>();
        needs.groups()
                .forEach((group, required) -> {
                    if (isNeeded(required, window)) {
                        var own = heads(date, window, person -> person.groups().contains(group));
                        gaps.addAll(GroupGap.of(group, required, own));
                    }
                });
        return new Heads(heads(date, window, _ -> true), List.copyOf(gaps));
    }

    private static boolean isNeeded(RequiredHeads required, TimeSpan window) {
        return required.halfHours().stream()
                .anyMatch(each ->
                        each.heads() != null && each.heads() > 0 && window.contains(each.start()));
    }

    private PlannedHeads heads(LocalDate date, TimeSpan window, Predicate<Agent> whose) {
        var near = new ArrayList<List<PlannedActivity>>();
        for (var person : sheet.people()) {
            if (!whose.test(person)) {
                continue;
            }
            for (int back = 1; back >= -1; back--) {
                sheet.day(new DayKey(person.id(), date.minusDays(back)))
                        .map(RosterDay::entries)
                        .filter(entries -> !entries.isEmpty())
                        .ifPresent(near::add);
            }
        }
        return PlannedHeads.of(near, window, activities::categoryOf);
    }
}
