package dev.rollcall.work;

import dev.rollcall.people.GroupId;

/// It was decided anew how a group handles its work. Published after the commit, in memory.
public record GroupRulesChanged(GroupId group) {}
