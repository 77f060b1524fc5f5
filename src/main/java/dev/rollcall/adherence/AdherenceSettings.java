package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.Grace;
import dev.rollcall.adherence.engine.Mapping;
import dev.rollcall.adherence.engine.Rules;
import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.AfterCommit;
import dev.rollcall.shared.ApplicationClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/// Mapping, grace and thresholds: of the organisation and of each unit, each valid from a chosen
/// day on. Nothing is overwritten; a day is judged by what held on it.
@Service
public class AdherenceSettings {

    private static final String WHAT = "adherence settings";

    private final SettingsVersions versions;
    private final Retries retries;
    private final Directory directory;
    private final AuditLog audit;
    private final ApplicationClock clock;
    private final ApplicationEventPublisher events;
    private volatile Stored stored = new Stored(List.of());

    AdherenceSettings(
            SettingsVersions versions,
            Retries retries,
            Directory directory,
            AuditLog audit,
            ApplicationClock clock,
            ApplicationEventPublisher events) {
        this.versions = versions;
        this.retries = retries;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
        reload();
    }

    /// What holds today for a unit, or for the organisation.
    ///
    /// @param unit null for the organisation
    @Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_WRITE, Permission.SETTINGS_ADMIN})
    public RuleSet current(@Nullable UnitId unit) {
        return on(unit, today(unit));
    }

    /// Writes a new version for a unit, or for the organisation.
    ///
    /// @param unit null for the organisation, which only somebody who may act on everybody changes
    /// @param expectedEdition the [RuleSet#edition] the writer saw, null when they do not care
    /// @return what holds from its first day on
    /// @throws dev.rollcall.shared.InvalidInput naming every bad field
    /// @throws OptimisticLockingFailureException when somebody was first
    @Requires({Permission.ADHERENCE_WRITE, Permission.SETTINGS_ADMIN})
    public RuleSet save(
            @Nullable UnitId unit,
            SettingsForm form,
            @Nullable String expectedEdition,
            Scope scope,
            Actor by) {
        if (unit == null ? !scope.everybody() : !scope.includes(unit)) {
            throw new AccessDeniedException(
                    unit == null
                            ? "These settings belong to the whole organisation, not to a part of it."
                            : "These settings belong to somebody else's unit.");
        }
        form.check();
        return retries.inTransactionOfItsOwn(() -> write(unit, form, expectedEdition, by));
    }

    private RuleSet write(
            @Nullable UnitId unit, SettingsForm form, @Nullable String expectedEdition, Actor by) {
        versions.takeTurn();
        var stored = new Stored(versions.all());
        var today = today(unit);
        var which =
                unit == null
                        ? "organisation"
                        : directory.unit(unit).map(Unit::code).orElse("unit " + unit.value());
        if (expectedEdition != null && !expectedEdition.equals(stored.on(unit, today).edition())) {
            throw conflict(which);
        }
        var from = form.effectiveFrom() == null ? today : form.effectiveFrom();
        var before = stored.on(unit, from);
        versions.add(unit, from, form, clock.instant(), by);
        audit.changed(
                by, WHAT, which, SettingsVersions.json(before.form()), SettingsVersions.json(form));
        events.publishEvent(new RulesChanged(unit, from));
        AfterCommit.run(this::reload);
        return new Stored(versions.all()).on(unit, from);
    }

    private OptimisticLockingFailureException conflict(String which) {
        return new OptimisticLockingFailureException(
                "The settings of adherence were changed meanwhile"
                        + audit.lastChange(WHAT, which)
                                .map(last -> " by " + last.by().name())
                                .orElse("")
                        + ". Read them again and repeat your change.");
    }

    /// What holds for a unit on a day; for the house's own calculations.
    RuleSet on(@Nullable UnitId unit, LocalDate date) {
        return stored.on(unit, date);
    }

    void reload() {
        stored = new Stored(versions.all());
    }

    private LocalDate today(@Nullable UnitId unit) {
        var zone =
                Optional.ofNullable(unit)
                        .flatMap(directory::unit)
                        .map(Unit::zone)
                        .orElse(clock.getZone());
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /// All versions, and the rule sets put together from them so far.
    private final class Stored {

        private static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

        private final Map<Long, List<SettingsVersion>> byUnit = new HashMap<>();
        private final Map<String, RuleSet> combined = new ConcurrentHashMap<>();

        Stored(List<SettingsVersion> all) {
            for (var version : all) {
                byUnit.computeIfAbsent(key(version.unit()), _ -> new ArrayList<>()).add(version);
            }
            var newestLast =
                    Comparator.comparing(SettingsVersion::effectiveFrom)
                            .thenComparing(SettingsVersion::id);
            byUnit.values().forEach(list -> list.sort(newestLast));
        }

        RuleSet on(@Nullable UnitId unit, LocalDate date) {
            var chain = new ArrayList<SettingsVersion>();
            var seen = new HashSet<UnitId>();
            var level = unit;
            long newest = newestOf(null);
            while (level != null && seen.add(level)) {
                versionOn(level, date).ifPresent(chain::add);
                newest = Math.max(newest, newestOf(level));
                level = directory.unit(level).map(Unit::parent).orElse(null);
            }
            versionOn(null, date).ifPresent(chain::add);
            long newestOfAll = newest;
            var name =
                    chain.isEmpty()
                            ? RuleSet.SHIPPED
                            : String.join(
                                    "+", chain.stream().map(v -> Long.toString(v.id())).toList());
            var edition =
                    newest == 0 || chain.stream().anyMatch(version -> version.id() == newestOfAll)
                            ? name
                            : name + "." + newest;
            return combined.computeIfAbsent(edition, _ -> combine(name, edition, chain));
        }

        private long newestOf(@Nullable UnitId unit) {
            return byUnit.getOrDefault(key(unit), List.of()).stream()
                    .mapToLong(SettingsVersion::id)
                    .max()
                    .orElse(0);
        }

        private Optional<SettingsVersion> versionOn(@Nullable UnitId unit, LocalDate date) {
            var list = byUnit.getOrDefault(key(unit), List.of());
            for (int i = list.size() - 1; i >= 0; i--) {
                if (!list.get(i).effectiveFrom().isAfter(date)) {
                    return Optional.of(list.get(i));
                }
            }
            return Optional.empty();
        }

        private static long key(@Nullable UnitId unit) {
            return unit == null ? 0 : unit.value();
        }

        private RuleSet combine(String name, String edition, List<SettingsVersion> chain) {
            var forms = chain.stream().map(SettingsVersion::form).toList();
            var from =
                    chain.stream()
                            .map(SettingsVersion::effectiveFrom)
                            .max(Comparator.naturalOrder())
                            .orElse(ALWAYS);
            var mapping =
                    first(forms, SettingsForm::mapping)
                            .orElseGet(() ->
                                    ShippedDefaults.MAPPING.stream().map(MappingForm::of).toList());
            var graceByActivity = new HashMap<String, @Nullable GraceForm>();
            for (var form : forms.reversed()) {
                if (form.grace() != null && form.grace().activities() != null) {
                    graceByActivity.putAll(form.grace().activities());
                }
            }
            var defaultGrace =
                    first(forms, f -> f.grace() == null ? null : f.grace().forAll())
                            .orElseGet(() -> GraceForm.of(Rules.SHIPPED_GRACE));
            var unmapped = first(forms, SettingsForm::unmapped).orElse("NEUTRAL");
            var unscheduled = first(forms, SettingsForm::unscheduled).orElse("IGNORE");
            var working =
                    first(forms, SettingsForm::workingPresences)
                            .orElseGet(() ->
                                    Rules.SHIPPED_WORKING_PRESENCES.stream()
                                            .sorted(Comparator.reverseOrder())
                                            .toList());
            long severe =
                    first(forms, SettingsForm::severeSeconds)
                            .orElseGet(Rules.SHIPPED_SEVERE::toSeconds);
            BigDecimal target =
                    first(forms, SettingsForm::targetPercent)
                            .orElse(ShippedDefaults.TARGET_PERCENT);
            var rules =
                    new Rules(
                            new Mapping(MappingForm.readAll(mapping, "", new ArrayList<>())),
                            Rules.Unmapped.valueOf(unmapped),
                            Rules.Unscheduled.valueOf(unscheduled),
                            defaultGrace.read("", new ArrayList<>()),
                            graces(graceByActivity),
                            Forms.presences(working, "", new ArrayList<>()),
                            Duration.ofSeconds(severe));
            return new RuleSet(
                    name,
                    edition,
                    from,
                    rules,
                    target,
                    new SettingsForm(
                            mapping,
                            unmapped,
                            unscheduled,
                            new GraceSettings(defaultGrace, graceByActivity),
                            working,
                            severe,
                            target,
                            from));
        }

        private static Map<String, Grace> graces(Map<String, @Nullable GraceForm> forms) {
            return GraceForm.readAll(forms, "", new ArrayList<>());
        }

        private static <T> Optional<T> first(
                List<SettingsForm> forms,
                java.util.function.Function<SettingsForm, @Nullable T> field) {
            return forms.stream().<@Nullable T>map(field).filter(Objects::nonNull).findFirst();
        }
    }
}
