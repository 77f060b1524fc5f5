package dev.rollcall.performance;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.UnitId;

/// Whose goal it is.
///
/// @param id zero for the organisation
public record Subject(Kind kind, long id) {

    public enum Kind {
        ORGANISATION,
        UNIT,
        GROUP,
        PERSON,
        /// Set by the person themselves, and nobody else's to see.
        OWN
    }

    public static final Subject ORGANISATION = new Subject(Kind.ORGANISATION, 0);

    public static Subject of(UnitId unit) {
        return new Subject(Kind.UNIT, unit.value());
    }

    public static Subject of(GroupId group) {
        return new Subject(Kind.GROUP, group.value());
    }

    public static Subject of(AgentId agent) {
        return new Subject(Kind.PERSON, agent.value());
    }

    static Subject own(AgentId agent) {
        return new Subject(Kind.OWN, agent.value());
    }
}
