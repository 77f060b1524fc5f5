package dev.rollcall.planner.ui;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.planner.AgreedTerms;
import dev.rollcall.planner.DayKey;
import dev.rollcall.planner.DaysOff;
import dev.rollcall.planner.Drafts;
import dev.rollcall.planner.Publishing;
import dev.rollcall.planner.Rotations;
import dev.rollcall.planner.ShiftTemplates;
import dev.rollcall.planner.proposal.Proposals;
import dev.rollcall.schedule.PlanVersions;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What the dialogs of the planner need.
@Component
record PlannerServices(
        Drafts drafts,
        Publishing publishing,
        AgreedTerms terms,
        Rotations rotations,
        ShiftTemplates templates,
        ObjectProvider<DaysOff> offs,
        Proposals proposals,
        PlanVersions versions,
        Directory directory) {

    /// The whole days some people are off.
    Set<DayKey> daysOff(Set<AgentId> people, LocalDate from, LocalDate to) {
        return offs.stream()
                .flatMap(each -> each.of(people, from, to).stream())
                .collect(Collectors.toSet());
    }
}
