package dev.rollcall.oversight.ui;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditEntry;
import dev.rollcall.kit.Words;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Department;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Unit;
import dev.rollcall.security.UserId;
import dev.rollcall.security.UserNames;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Entries of the audit log in words.
final class EntryWords {

    /// The kinds of things the translations know.
    private static final Map<String, String> THINGS =
            Map.ofEntries(
                    Map.entry("agent", "agent"),
                    Map.entry("unit", "unit"),
                    Map.entry("department", "department"),
                    Map.entry("group", "group"),
                    Map.entry("user", "user"),
                    Map.entry("role", "role"),
                    Map.entry("token", "token"),
                    Map.entry("activity", "activity"),
                    Map.entry("adherence settings", "adherenceSettings"),
                    Map.entry("schedule import", "scheduleImport"),
                    Map.entry("agent import", "agentImport"),
                    Map.entry("tracking", "tracking"),
                    Map.entry("workforceManagement", "workforceManagement"),
                    Map.entry("group handling", "groupHandling"),
                    Map.entry("activation", "activation"),
                    Map.entry("work limit", "workLimit"),
                    Map.entry("rejected event", "rejectedEvent"),
                    Map.entry("back-office task", "backOfficeTask"),
                    Map.entry("audit log", "auditLog"),
                    Map.entry("usage", "usage"),
                    Map.entry("own data", "ownData"));

    /// Things whose state is written down as words, and wholly.
    private static final Set<String> WHOLE = Set.of("token", "role", "activity");

    private static final Set<String> FIELDS =
            Set.of(
                    "name",
                    "email",
                    "unit",
                    "mayWorkIn",
                    "groups",
                    "zone",
                    "tracked",
                    "parent",
                    "workingDays",
                    "department",
                    "channel",
                    "agent",
                    "enabled",
                    "roles",
                    "mapping",
                    "effectiveFrom",
                    "severeSeconds",
                    "targetPercent",
                    "unmapped",
                    "unscheduled",
                    "tracking",
                    "clockOutWhileWorking",
                    "reasons",
                    "limitPerAgent",
                    "automatic",
                    "byHand",
                    "whileUnavailable",
                    "agentsSwitch",
                    "seenBy",
                    "hours",
                    "active",
                    "reason");

    private final Words words;
    private final Locale locale;
    private final Directory directory;
    private final UserNames users;

    EntryWords(Words words, Locale locale, Directory directory, UserNames users) {
        this.words = words;
        this.locale = locale;
        this.directory = directory;
        this.users = users;
    }

    /// What was done, to what: `Changed agent Dana Petrova (agent-017)`.
    String sentence(AuditEntry entry) {
        var text =
                words.get("oversight.did." + deed(entry), thing(entry.what()), subject(entry))
                        .replace("  ", " ")
                        .strip();
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(locale) + text.substring(first);
    }

    private static String deed(AuditEntry entry) {
        if (entry.kind() == AuditEntry.Kind.LOOK) {
            return "looked";
        }
        if (entry.what().endsWith(" import")) {
            return "imported";
        }
        if (entry.what().equals("audit log") || entry.what().equals("own data")) {
            return "exported";
        }
        if (entry.after() == null) {
            return "removed";
        }
        boolean isNew = entry.before() == null;
        return isNew && (entry.after().startsWith("{") || WHOLE.contains(entry.what()))
                ? "created"
                : "changed";
    }

    String thing(String what) {
        var known = THINGS.get(what);
        return known == null ? what : words.get("oversight.thing." + known);
    }

    /// The name of what an entry is about, with its code where they differ.
    String subject(AuditEntry entry) {
        var which = entry.which();
        if (which.equals(entry.what())) {
            // There is one of its kind only.
            return "";
        }
        return name(entry.what(), which)
                .filter(name -> !name.equals(which))
                .map(name -> entry.what().equals("user") ? name : name + " (" + which + ")")
                .orElse(which);
    }

    private Optional<String> name(String what, String which) {
        return switch (what) {
            case "agent", "own data" -> directory.agent(which).map(Agent::name);
            case "unit", "adherence settings" -> directory.unit(which).map(Unit::name);
            case "department" -> directory.department(which).map(Department::name);
            case "group", "group handling" -> directory.group(which).map(Group::name);
            case "user" ->
                    which.matches("[0-9]{1,18}")
                            ? users.of(new UserId(Long.parseLong(which)))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    /// Who did it; for a program and for Rollcall itself with a word on what it is.
    String actor(Actor actor) {
        return switch (actor.kind()) {
            case USER -> actor.name();
            case TOKEN -> words.get("oversight.actor.TOKEN", actor.name());
            case SYSTEM -> words.get("oversight.actor.SYSTEM", actor.name());
        };
    }

    String field(String path) {
        return path.isEmpty() || FIELDS.contains(path)
                ? words.get("oversight.field." + (path.isEmpty() ? "all" : path))
                : path;
    }

    String value(String value) {
        return switch (value) {
            case "true", "false" -> words.get("oversight.value." + value);
            default ->
                    Arrays.stream(DayOfWeek.values())
                            .filter(day -> day.name().equals(value))
                            .map(day -> day.getDisplayName(TextStyle.FULL, locale))
                            .findFirst()
                            .orElse(value);
        };
    }
}
