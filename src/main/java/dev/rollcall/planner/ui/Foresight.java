package dev.rollcall.planner.ui;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.planner.DayEdit;
import dev.rollcall.planner.DayKey;
import dev.rollcall.planner.PlanWarning;
import java.util.ArrayList;
import java.util.List;

/// What there would be to say against days if they held something else: of that what is not to be
/// said of them already. From memory, while somebody still drags.
final class Foresight {

    private final Sheet sheet;
    private final PlannerWords words;
    private final GridHead head;

    Foresight(Sheet sheet, PlannerWords words, GridHead head) {
        this.sheet = sheet;
        this.words = words;
        this.head = head;
    }

    /// One sentence each, what nobody is left for first.
    List<String> of(List<DayEdit> edits) {
        if (edits.isEmpty()) {
            return List.of();
        }
        var trial = sheet.with(edits);
        var days = edits.stream().map(DayEdit::key).toList();
        var told = new ArrayList<String>();
        head.gapsWith(trial, days).stream().map(head::say).forEach(told::add);
        days.stream()
                .map(DayKey::agent)
                .distinct()
                .forEach(agent ->
                        sheet.person(agent)
                                .ifPresent(person -> told.addAll(of(person, trial, days))));
        return told;
    }

    private List<String> of(Agent person, Sheet trial, List<DayKey> days) {
        var before = warnings(sheet, person);
        var told = new ArrayList<String>();
        for (var warning : warnings(trial, person)) {
            if (!before.contains(warning)) {
                told.add(named(person, words.warning(warning, person.zone())));
            }
        }
        for (var key : days) {
            if (key.agent().equals(person.id())) {
                var known = againstWishes(sheet, key, person);
                againstWishes(trial, key, person).stream()
                        .filter(each -> !known.contains(each))
                        .forEach(each -> told.add(named(person, each)));
            }
        }
        return told;
    }

    private List<PlanWarning> warnings(Sheet of, Agent person) {
        AgentId id = person.id();
        return words.rules()
                .warnings(of.entries(id), of.first(), of.last(), person.zone(), of.terms(id));
    }

    private List<String> againstWishes(Sheet of, DayKey key, Agent person) {
        return of.day(key)
                .map(day -> words.againstWishes(day, person.zone(), of.wants()))
                .orElse(List.of());
    }

    private String named(Agent person, String sentence) {
        return words.say("foreseen.of", person.name(), sentence);
    }
}
