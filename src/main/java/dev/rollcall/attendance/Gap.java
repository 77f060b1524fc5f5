package dev.rollcall.attendance;

import dev.rollcall.people.Agent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Days nobody has added up yet, so that they have to be read.
///
/// @param from the first date any of the people lacks
/// @param to the last one
record Gap(List<Agent> people, LocalDate from, LocalDate to) {

    /// What to read so that nobody lacks a day: two looks at most, whatever is missing. Nearly
    /// everybody lacks the last days only; the few who lack others are read apart from them.
    ///
    /// @param missing the dates people lack, in order
    /// @param recent the first date that is not yet expected to be added up
    static List<Gap> of(Map<Agent, List<LocalDate>> missing, LocalDate recent) {
        var lately = new ArrayList<Agent>();
        var before = new ArrayList<Agent>();
        missing.forEach((agent, dates) -> {
            if (!dates.isEmpty()) {
                (dates.getFirst().isBefore(recent) ? before : lately).add(agent);
            }
        });
        var gaps = new ArrayList<Gap>();
        for (var people : List.of(lately, before)) {
            if (!people.isEmpty()) {
                gaps.add(around(people, missing));
            }
        }
        return gaps;
    }

    private static Gap around(List<Agent> people, Map<Agent, List<LocalDate>> missing) {
        var from = LocalDate.MAX;
        var to = LocalDate.MIN;
        for (var agent : people) {
            var dates = missing.getOrDefault(agent, List.of());
            from = dates.getFirst().isBefore(from) ? dates.getFirst() : from;
            to = dates.getLast().isAfter(to) ? dates.getLast() : to;
        }
        return new Gap(people, from, to);
    }
}
