package dev.rollcall.planner;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which rotation people work by, and what it makes of their days. Pure.
///
/// @param rotations by their ids
/// @param templates by their ids
/// @param of what each person works by, in order of date; each holds until the next one begins
public record RotationPlan(
        Map<RotationId, Rotation> rotations,
        Map<TemplateId, ShiftTemplate> templates,
        Map<AgentId, List<Assigned>> of) {

    public static final RotationPlan NONE = new RotationPlan(Map.of(), Map.of(), Map.of());

    public RotationPlan {
        rotations = Map.copyOf(rotations);
        templates = Map.copyOf(templates);
        of = Map.copyOf(of);
    }

    /// @param from the date it begins, in the first week of the rotation
    /// @param rotation null: none from that date on
    public record Assigned(LocalDate from, @Nullable RotationId rotation) {}

    /// What somebody works by on a date.
    public Optional<Assigned> assigned(AgentId person, LocalDate date) {
        return of.getOrDefault(person, List.of()).stream()
                .filter(each -> !each.from().isAfter(date))
                .reduce((_, later) -> later)
                .filter(each -> each.rotation() != null);
    }

    /// The template somebody's rotation has for a date; empty when they have none, or are free.
    public Optional<ShiftTemplate> template(AgentId person, LocalDate date) {
        return assigned(person, date)
                .flatMap(each ->
                        Optional.ofNullable(each.rotation())
                                .map(rotations::get)
                                .flatMap(rotation -> rotation.on(each.from(), date)))
                .map(templates::get);
    }

    /// The edits that make open days of a roster hold what the rotations say. The pauses of those
    /// who get one template on one date are staggered.
    ///
    /// @param isOpen the days that may be filled
    public List<DayEdit> edits(Roster roster, Predicate<RosterDay> isOpen) {
        record Together(TemplateId template, LocalDate date) {}
        record Who(Agent person, RosterDay day) {}
        var together = new LinkedHashMap<Together, List<Who>>();
        for (var person : roster.people()) {
            for (var date = roster.from(); !date.isAfter(roster.to()); date = date.plusDays(1)) {
                var day = roster.day(new DayKey(person.id(), date));
                var on = date;
                if (isOpen.test(day)) {
                    template(person.id(), date)
                            .ifPresent(template ->
                                    together.computeIfAbsent(
                                                    new Together(template.id(), on),
                                                    _ -> new ArrayList<>())
                                            .add(new Who(person, day)));
                }
            }
        }
        var edits = new ArrayList<DayEdit>();
        together.forEach((which, all) -> {
            var template = templates.get(which.template());
            for (int rank = 0; template != null && rank < all.size(); rank++) {
                var who = all.get(rank);
                edits.add(
                        new DayEdit(
                                who.day().key(),
                                template.on(which.date(), who.person().zone(), rank, all.size()),
                                who.day().seen()));
            }
        });
        return List.copyOf(edits);
    }
}
