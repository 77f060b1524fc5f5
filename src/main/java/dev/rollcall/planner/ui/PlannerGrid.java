package dev.rollcall.planner.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import dev.rollcall.people.Agent;
import dev.rollcall.planner.DayEdit;
import dev.rollcall.planner.DayKey;
import dev.rollcall.planner.GroupGap;
import dev.rollcall.planner.PlanWarning;
import dev.rollcall.planner.RosterDay;
import dev.rollcall.planner.TimeOffDays;
import dev.rollcall.planner.Wants;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.schedule.Category;
import dev.rollcall.shared.DayPeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// People down, dates or hours across, as `frontend/rollcall-planner.ts` draws them. What somebody
/// does comes back as an [Act].
@Tag("rollcall-planner")
@JsModule("./rollcall-planner.ts")
final class PlannerGrid extends Component implements HasSize {

    /// How many people one property of the element holds; an edit sends the lots it touches.
    private static final int LOT = 10;

    /// How many people can be shown; `LOTS` in the element, ten each.
    static final int MOST_PEOPLE = 2_000;

    private static final int MOST_FORESEEN = 4;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final PlannerWords words;
    private final Activities activities;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<Integer> sent = new HashSet<>();
    private Sheet sheet;
    private ZoneId zone;
    private boolean hours;
    private Instant begin = Instant.EPOCH;
    private int minutes = 24 * 60;
    private GridHead head;

    PlannerGrid(
            PlannerWords words,
            Activities activities,
            Sheet sheet,
            ZoneId zone,
            LocalDate today,
            Consumer<Act> onAct) {
        this.words = words;
        this.activities = activities;
        this.sheet = sheet;
        this.head = new GridHead(words, activities, sheet, Needs.NONE, zone, today, null);
        this.zone = zone;
        getElement().setAttribute("tabindex", "-1");
        getElement().setProperty("label", words.say("title"));
        getElement().setPropertyJson("legend", legend());
        getElement()
                .addEventListener(
                        "act",
                        event -> onAct.accept(Act.of(event.getEventData().get("event.detail"))))
                .addEventData("event.detail");
    }

    private ObjectNode legend() {
        var legend = JSON.objectNode();
        var list = legend.putArray("activities");
        for (Activity activity : activities.all()) {
            numbers.put(activity.code(), list.size());
            list.addObject()
                    .put("name", activity.name())
                    .put("tone", words.tone(activity.code()))
                    .put("layer", activity.category() == Category.WORK ? 0 : 1);
        }
        return legend;
    }

    /// Shows people and dates, all of them anew.
    ///
    /// @param needs what is needed, and when nobody works
    void show(Sheet sheet, Needs needs, ZoneId zone, LocalDate today, boolean hours) {
        this.sheet = sheet;
        this.zone = zone;
        this.hours = hours;
        if (hours) {
            layOutHours();
        }
        head =
                new GridHead(
                        words,
                        activities,
                        sheet,
                        needs,
                        zone,
                        today,
                        hours ? new Window(begin, minutes) : null);
        showHead();
        var lots = new HashSet<Integer>();
        for (int row = 0; row < sheet.people().size(); row++) {
            lots.add(row / LOT);
        }
        lots.forEach(this::send);
        sent.stream()
                .filter(lot -> !lots.contains(lot))
                .forEach(lot -> getElement().setPropertyJson("lot" + lot, JSON.arrayNode()));
        sent.clear();
        sent.addAll(lots);
    }

    /// Shows the rows of some people's days anew, and the heads of those dates.
    void update(Collection<DayKey> changed) {
        if (changed.isEmpty()) {
            return;
        }
        head.forget(changed);
        showHead();
        changed.stream()
                .map(DayKey::agent)
                .distinct()
                .map(sheet::row)
                .filter(row -> row >= 0)
                .map(row -> row / LOT)
                .distinct()
                .forEach(this::send);
    }

    /// Another date is today.
    void mark(LocalDate today) {
        head.mark(today);
        showHead();
    }

    private void showHead() {
        getElement().setPropertyJson("head", head.json());
    }

    /// When nobody is left of a group that is needed, on the shown dates.
    List<GroupGap> gaps() {
        return head.gaps();
    }

    /// Says beside what is being dragged what there would be to say against it, were it let go.
    ///
    /// @param turn what the browser asked; it forgets answers to what it no longer asks
    void foresee(int turn, List<DayEdit> edits) {
        var told = new Foresight(sheet, words, head).of(edits);
        var node = JSON.objectNode().put("turn", turn);
        var lines = node.putArray("lines");
        told.stream().limit(MOST_FORESEEN).forEach(lines::add);
        if (told.size() > MOST_FORESEEN) {
            lines.add(words.say("foreseen.more", told.size() - MOST_FORESEEN));
        }
        getElement().setPropertyJson("foreseen", node);
    }

    String say(GroupGap gap) {
        return head.say(gap);
    }

    /// The instant that many minutes into the column of hours.
    Instant at(int minute) {
        return begin.plus(minute, ChronoUnit.MINUTES);
    }

    /// From midnight to midnight, and on to the end of the last shift that goes on.
    private void layOutHours() {
        var day = new DayPeriod(sheet.first(), zone);
        begin = day.start();
        var end = day.end();
        for (var each : sheet.days()) {
            if (each.key().date().equals(sheet.first())) {
                for (var entry : each.entries()) {
                    end = entry.span().end().isAfter(end) ? entry.span().end() : end;
                }
            }
        }
        long whole = Math.ceilDiv(Duration.between(begin, end).toMinutes(), 60) * 60;
        minutes = Math.toIntExact(Math.min(whole, 48 * 60));
    }

    // ------------------------------------------------------------------ rows

    private void send(int lot) {
        var people = JSON.arrayNode();
        int end = Math.min(sheet.people().size(), (lot + 1) * LOT);
        for (int row = lot * LOT; row < end; row++) {
            person(people.addObject(), sheet.people().get(row));
        }
        getElement().setPropertyJson("lot" + lot, people);
    }

    private void person(ObjectNode node, Agent person) {
        var terms = sheet.terms(person.id());
        var entries = sheet.entries(person.id());
        var warnings =
                words.rules().warnings(entries, sheet.first(), sheet.last(), person.zone(), terms);
        var paid = Duration.ZERO;
        for (var date : sheet.dates()) {
            paid = paid.plus(words.rules().paid(entries.getOrDefault(date, List.of())));
        }
        var contract = terms.contract();
        boolean isWeek = sheet.dates().size() == 7;
        node.put("id", "" + person.id().value());
        node.put("name", person.name());
        node.put(
                "note",
                contract != null && isWeek
                        ? words.say(
                                "paidOf", words.duration(paid), words.duration(contract.weekly()))
                        : words.duration(paid));
        node.put("over", contract != null && isWeek && paid.compareTo(contract.weekly()) > 0);
        var wants = sheet.wants();
        var cells = node.putArray("cells");
        for (var date : sheet.dates()) {
            var ofDay = warnings.stream().filter(each -> each.date().equals(date)).toList();
            sheet.day(new DayKey(person.id(), date))
                    .ifPresent(day -> cell(cells.addObject(), person, day, ofDay, wants));
        }
    }

    private void cell(
            ObjectNode node, Agent person, RosterDay day, List<PlanWarning> warnings, Wants wants) {
        node.put("t", words.brief(day.entries(), person.zone()));
        var told = new ArrayList<String>();
        warnings.forEach(each -> told.add(words.warning(each, person.zone())));
        told.addAll(words.againstWishes(day, person.zone(), wants));
        boolean isWarned = !told.isEmpty();
        told.addAll(words.wants(day.key(), wants));
        node.put("say", words.cell(person.name(), day, person.zone(), told));
        var timeOff = wants.timeOff(day.key());
        if (!timeOff.isEmpty()) {
            node.put("a", timeOff.stream().anyMatch(TimeOffDays.Asked::isApproved) ? 2 : 1);
        }
        if (!wants.wishes(day.key()).isEmpty()) {
            node.put("h", 1);
        }
        if (day.isDraft()) {
            node.put("d", 1);
        }
        if (day.isOvertaken()) {
            node.put("o", 1);
        }
        if (isWarned) {
            node.put("w", 1);
        }
        var origin = hours ? begin : new DayPeriod(day.key().date(), person.zone()).start();
        var entries = node.putArray("e");
        for (var entry : day.entries()) {
            piece(
                    entries,
                    numbers.getOrDefault(entry.activity(), 0),
                    Duration.between(origin, entry.span().start()).toMinutes(),
                    Duration.between(origin, entry.span().end()).toMinutes());
        }
    }

    private static void piece(ArrayNode entries, int activity, long from, long to) {
        entries.addArray().add(activity).add(from).add(to);
    }
}
