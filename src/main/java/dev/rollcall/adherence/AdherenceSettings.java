package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.Grace;
import dev.rollcall.adherence.engine.Mapping;
import dev.rollcall.adherence.engine.Rules;
import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
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
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Mapping, grace and thresholds: of the organisation and of each unit, each valid from a chosen
/// day on. Nothing is overwritten; a day is judged by what held on it.
@Service
public class AdherenceSettings {

    private final SettingsVersions versions;
    private final Directory directory;
    private final AuditLog audit;
    private final ApplicationClock clock;
    private final ApplicationEventPublisher events;
    private volatile Stored stored = new Stored(List.of());

    AdherenceSettings(
            SettingsVersions versions,
            Directory directory,
            AuditLog audit,
            ApplicationClock clock,
            ApplicationEventPublisher events) {
        this.versions = versions;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
        reload();
    }

    /// What holds today for a unit, or for the organisation.
    ///
    /// @param unit null for the organisation
    @Requires({Permission.ADHERENCE_VIEW, Permission.SETTINGS_ADMIN})
    public RuleSet current(@Nullable UnitId unit) {
        return on(unit, today(unit));
    }

    /// Writes a new version for a unit, or for the organisation.
    ///
    /// @param unit null for the organisation, which only somebody who may act on everybody changes
    /// @return what holds from its first day on
    @Requires({Permission.ADHERENCE_WRITE, Permission.SETTINGS_ADMIN})
    @Transactional
    public RuleSet save(@Nullable UnitId unit, SettingsForm form, Scope scope, Actor by) {
        if (unit == null ? !scope.everybody() : !scope.includes(unit)) {
            throw new AccessDeniedException("These settings belong to somebody else's unit.");
        }
        form.check();
        var today = today(unit);
        var from = form.effectiveFrom() == null ? today : form.effectiveFrom();
        var before = on(unit, from);
        versions.add(unit, from, form, clock.instant(), by);
        audit.changed(
                by,
                "adherence settings",
                unit == null
                        ? "organisation"
                        : directory.unit(unit).map(Unit::code).orElse("unit " + unit.value()),
                SettingsVersions.json(before.form()),
                SettingsVersions.json(form));
        events.publishEvent(new RulesChanged(unit, from));
        afterCommit(this::reload);
        return new Stored(versions.all()).on(unit, from);
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

    // The memory follows the database, never the other way round.
    private static void afterCommit(Runnable then) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        then.run();
                    }
                });
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
            while (level != null && seen.add(level)) {
                versionOn(level, date).ifPresent(chain::add);
                level = directory.unit(level).map(Unit::parent).orElse(null);
            }
            versionOn(null, date).ifPresent(chain::add);
            var name =
                    chain.isEmpty()
                            ? "shipped"
                            : String.join(
                                    "+", chain.stream().map(v -> Long.toString(v.id())).toList());
            return combined.computeIfAbsent(name, _ -> combine(name, chain));
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

        private RuleSet combine(String name, List<SettingsVersion> chain) {
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
                            new HashSet<>(working),
                            Duration.ofSeconds(severe));
            return new RuleSet(
                    name,
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
