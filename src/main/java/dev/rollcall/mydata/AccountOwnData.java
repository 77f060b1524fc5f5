package dev.rollcall.mydata;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditEntries;
import dev.rollcall.audit.AuditEntry;
import dev.rollcall.audit.AuditFilter;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Role;
import dev.rollcall.security.UserLanguages;
import dev.rollcall.security.Users;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the modules below this one keep: they cannot offer it themselves.
@Component
class AccountOwnData implements OwnDataKeeper {

    private static final String JOB = "my data";
    private static final int PAGE = 500;

    private final Directory directory;
    private final Users users;
    private final Access access;
    private final AuditEntries entries;
    private final UserLanguages languages;

    AccountOwnData(
            Directory directory,
            Users users,
            Access access,
            AuditEntries entries,
            UserLanguages languages) {
        this.directory = directory;
        this.users = users;
        this.access = access;
        this.entries = entries;
        this.languages = languages;
    }

    @Override
    public List<OwnDataPart> ownData() {
        return List.of(
                part(
                        "person",
                        (owner, taker) ->
                                directory
                                        .agent(owner.agent())
                                        .ifPresent(agent -> taker.accept(person(agent)))),
                part("account", this::account),
                part(
                        "looks-at-my-detail",
                        (owner, taker) -> entries(about(owner, AuditEntry.Kind.LOOK), taker)),
                part(
                        "changes-of-my-record",
                        (owner, taker) -> entries(about(owner, AuditEntry.Kind.CHANGE), taker)),
                part("what-i-did", (owner, taker) -> entries(by(owner), taker)));
    }

    private Map<String, @Nullable Object> person(Agent agent) {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("externalId", agent.externalId());
        line.put("name", agent.name());
        line.put("email", agent.email());
        line.put("unit", name(agent.unit()));
        line.put(
                "mayWorkIn",
                agent.mayWorkIn().stream()
                        .map(this::name)
                        .sorted()
                        .collect(Collectors.joining("; ")));
        line.put(
                "groups",
                agent.groups().stream()
                        .flatMap(group -> directory.group(group).stream())
                        .map(Group::name)
                        .sorted()
                        .collect(Collectors.joining("; ")));
        line.put("zone", agent.zone().getId());
        line.put("tracked", agent.tracked());
        return line;
    }

    private String name(UnitId unit) {
        return directory.unit(unit).map(Unit::name).orElse("");
    }

    private void account(OwnDataPart.Owner owner, Consumer<Map<String, @Nullable Object>> taker) {
        var language = access.asSystem(JOB, () -> languages.of(owner.user()));
        access.asSystem(JOB, () -> users.find(owner.user()))
                .ifPresent(user -> {
                    var line = new LinkedHashMap<String, @Nullable Object>();
                    line.put("email", user.email());
                    line.put("name", user.name());
                    line.put("enabled", user.enabled());
                    line.put("hasPassword", user.hasPassword());
                    line.put("language", language.map(Locale::toLanguageTag).orElse(null));
                    line.put(
                            "roles",
                            access.viewer().roles().stream()
                                    .map(Role::name)
                                    .sorted()
                                    .collect(Collectors.joining("; ")));
                    taker.accept(line);
                });
    }

    private static AuditFilter about(OwnDataPart.Owner owner, AuditEntry.Kind kind) {
        return new AuditFilter(kind, null, null, "agent", owner.externalId(), null, null);
    }

    private static AuditFilter by(OwnDataPart.Owner owner) {
        return new AuditFilter(
                null, Actor.Kind.USER, "" + owner.user().value(), null, null, null, null);
    }

    private void entries(AuditFilter filter, Consumer<Map<String, @Nullable Object>> taker) {
        long before = Long.MAX_VALUE;
        for (var page = entries.page(filter, before, PAGE);
                !page.isEmpty();
                page = entries.page(filter, before, PAGE)) {
            page.forEach(entry -> taker.accept(line(entry)));
            before = page.getLast().number();
        }
    }

    private static Map<String, @Nullable Object> line(AuditEntry entry) {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("at", entry.at().toString());
        line.put("kind", entry.kind().name());
        line.put("by", entry.by().name());
        line.put("what", entry.what());
        line.put("which", entry.which());
        line.put("before", entry.before());
        line.put("after", entry.after());
        line.put("screen", entry.screen());
        return line;
    }

    private static OwnDataPart part(
            String name,
            BiConsumer<OwnDataPart.Owner, Consumer<Map<String, @Nullable Object>>> reading) {
        return new OwnDataPart() {

            @Override
            public String name() {
                return name;
            }

            @Override
            public void read(Owner owner, Consumer<Map<String, @Nullable Object>> taker) {
                reading.accept(owner, taker);
            }
        };
    }
}
