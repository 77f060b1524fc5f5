package dev.rollcall.navigation;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.security.Role;
import dev.rollcall.security.UserId;
import dev.rollcall.security.Viewer;
import dev.rollcall.shared.AfterCommit;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.Sentence;
import jakarta.annotation.PostConstruct;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/// Who gets which navigation. Whoever has a profile of their own gets that one; others get the
/// first, in the order of the list, that one of their roles has; whoever has none sees everything
/// they may open, as shipped. Answered from memory.
@Service
public class NavigationProfiles {

    /// The longest name, in characters.
    public static final int LONGEST_NAME = 60;

    private static final String WHAT = "navigation profile";
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern PAGE = Pattern.compile("[a-z0-9/-]{1,100}");
    private static final int MOST_ITEMS = 200;

    private final ProfileTable table;
    private final Access access;
    private final AuditLog audit;
    private final Retries retries;
    private final ApplicationEventPublisher events;
    private volatile List<NavigationProfile> all = List.of();

    NavigationProfiles(
            ProfileTable table,
            Access access,
            AuditLog audit,
            Retries retries,
            ApplicationEventPublisher events) {
        this.table = table;
        this.access = access;
        this.audit = audit;
        this.retries = retries;
        this.events = events;
    }

    @PostConstruct
    void load() {
        all = table.all();
    }

    /// How somebody's navigation is arranged.
    public Arrangement of(Viewer viewer) {
        return decide(viewer).map(NavigationProfile::arrangement).orElse(Arrangement.AS_SHIPPED);
    }

    private Optional<NavigationProfile> decide(Viewer viewer) {
        var actor = viewer.actor();
        var roles = viewer.roles().stream().map(Role::code).collect(Collectors.toSet());
        return decide(
                actor.kind() == Actor.Kind.USER ? new UserId(Long.parseLong(actor.id())) : null,
                roles);
    }

    private Optional<NavigationProfile> decide(@Nullable UserId user, Set<String> roles) {
        var profiles = all;
        return profiles.stream()
                .filter(each -> user != null && each.people().contains(user))
                .findFirst()
                .or(() ->
                        profiles.stream()
                                .filter(each -> each.roles().stream().anyMatch(roles::contains))
                                .findFirst());
    }

    /// The profile that hides a page from somebody; empty where they find it.
    Optional<NavigationProfile> hiding(UserId user, Set<String> roles, String page) {
        return decide(user, roles)
                .filter(profile ->
                        profile.arrangement().items().stream()
                                .anyMatch(item -> item.page().equals(page) && !item.shown()));
    }

    /// In the order in which they decide.
    @Requires(Permission.SETTINGS_ADMIN)
    public List<NavigationProfile> list() {
        return all;
    }

    /// Makes a profile, or changes one. A role or a person it is given to loses the one before.
    ///
    /// @param name what people here call it; null: as shipped, which a new one has no name for
    /// @param expectedVersion the version the writer saw, 0 for a new one, null when they do not
    ///   care
    /// @throws InvalidInput naming every bad field
    /// @throws dev.rollcall.shared.EditConflict when somebody was first
    @Requires(Permission.SETTINGS_ADMIN)
    public NavigationProfile save(
            String code,
            @Nullable String name,
            Arrangement arrangement,
            Set<String> roles,
            Set<UserId> people,
            @Nullable Long expectedVersion) {
        access.demandWholeOrganisation(Permission.SETTINGS_ADMIN, Permission.SETTINGS_ADMIN);
        var said = name == null || name.isBlank() ? null : name.strip();
        var by = access.viewer().actor();
        return retries.inTransactionOfItsOwn(() -> {
            var before = find(table.all(), code);
            check(code, said, arrangement, before.orElse(null));
            long version = before.map(NavigationProfile::version).orElse(0L);
            if (expectedVersion != null && expectedVersion != version) {
                throw audit.conflict(WHAT, code);
            }
            if (before.isEmpty()) {
                table.insert(code, said, arrangement);
            } else if (!table.update(code, said, arrangement, version)) {
                throw audit.conflict(WHAT, code);
            }
            table.assign(code, roles, people);
            var saved = find(table.all(), code).orElseThrow();
            audit.changed(by, WHAT, code, before.map(this::told).orElse(null), told(saved));
            changed();
            return saved;
        });
    }

    /// Removes a profile; those who had it get what they have besides.
    ///
    /// @throws NotFound when there is none of that code
    /// @throws InvalidInput when Rollcall came with it
    @Requires(Permission.SETTINGS_ADMIN)
    public void remove(String code) {
        access.demandWholeOrganisation(Permission.SETTINGS_ADMIN, Permission.SETTINGS_ADMIN);
        var by = access.viewer().actor();
        retries.inTransactionOfItsOwn(() -> {
            var before =
                    find(table.all(), code)
                            .orElseThrow(() -> new NotFound("navigation profile", code));
            if (before.builtIn()) {
                throw InvalidInput.of(
                        "/code", sentence("builtIn", "Profiles Rollcall comes with stay."));
            }
            table.remove(code);
            audit.changed(by, WHAT, code, told(before), null);
            changed();
            return code;
        });
    }

    /// Puts the profiles in another order: of those somebody's roles have, the first decides.
    ///
    /// @param codes of all profiles there are, each once
    /// @throws InvalidInput when one is missing, unknown or named twice: somebody may have added
    ///   one meanwhile
    @Requires(Permission.SETTINGS_ADMIN)
    public void order(List<String> codes) {
        access.demandWholeOrganisation(Permission.SETTINGS_ADMIN, Permission.SETTINGS_ADMIN);
        var by = access.viewer().actor();
        retries.inTransactionOfItsOwn(() -> {
            var before = table.all().stream().map(NavigationProfile::code).toList();
            if (codes.size() != before.size() || !Set.copyOf(before).equals(new HashSet<>(codes))) {
                throw InvalidInput.of("/codes", sentence("order", "Name each profile once."));
            }
            table.order(codes);
            audit.changed(by, WHAT, "order", String.join(", ", before), String.join(", ", codes));
            changed();
            return codes;
        });
    }

    private void changed() {
        AfterCommit.run(() -> {
            load();
            events.publishEvent(new NavigationChanged());
        });
    }

    private static Optional<NavigationProfile> find(List<NavigationProfile> all, String code) {
        return all.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    private static void check(
            String code,
            @Nullable String name,
            Arrangement arrangement,
            @Nullable NavigationProfile before) {
        var problems = new InvalidInput.Collector();
        problems.check(
                CODE.matcher(code).matches(),
                "/code",
                sentence("code", "Use small letters, digits and hyphens, 40 at most."));
        problems.check(
                name != null || (before != null && before.builtIn()),
                "/name",
                sentence("name", "Give it a name."));
        problems.check(
                name == null || name.length() <= LONGEST_NAME,
                "/name",
                sentence("longName", "Use at most 60 characters."));
        var items = arrangement.items();
        problems.check(
                items.size() <= MOST_ITEMS,
                "/items",
                sentence("items", "A navigation has at most 200 pages."));
        var pages = new HashSet<String>();
        for (int i = 0; i < Math.min(items.size(), MOST_ITEMS); i++) {
            var page = items.get(i).page();
            problems.check(
                    PAGE.matcher(page).matches() && pages.add(page),
                    "/items/" + i + "/page",
                    sentence("page", "A page is named by its address, and once."));
        }
        problems.throwIfAny();
    }

    private static Sentence sentence(String key, String english) {
        return new Sentence("navigation.problem." + key, english, List.of());
    }

    private String told(NavigationProfile it) {
        return "%s; roles %s; people %s"
                .formatted(
                        ProfileTable.json(it.arrangement()),
                        it.roles().stream().sorted().toList(),
                        it.people().stream().map(UserId::value).sorted().toList());
    }
}
