package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.Grace;
import dev.rollcall.adherence.settings.Edition;
import dev.rollcall.adherence.settings.LevelRules;
import dev.rollcall.adherence.settings.Origin;
import dev.rollcall.adherence.settings.OwnRules;
import dev.rollcall.adherence.settings.RuleChange;
import dev.rollcall.adherence.settings.RulesInForce;
import dev.rollcall.adherence.settings.Sourced;
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
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_HISTORY = 50;

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

    /// The settings of a level on a day, with where each value comes from.
    ///
    /// @param unit null for the organisation, which everybody is judged by and may read
    /// @param date null: today, as it is there
    /// @throws NotFound when the unit is out of scope
    @Requires({Permission.ADHERENCE_WRITE, Permission.SETTINGS_ADMIN})
    public LevelRules level(@Nullable UnitId unit, @Nullable LocalDate date, Scope scope) {
        mayRead(unit, scope);
        var stored = this.stored;
        var today = today(unit);
        var day = date == null ? today : date;
        var below = new HashMap<UnitId, OwnRules>();
        for (var each : directory.units(scope)) {
            if (!each.id().equals(unit) && isBelow(each.id(), unit)) {
                var own = stored.own(each.id(), day);
                if (!own.equals(OwnRules.NOTHING)) {
                    below.put(each.id(), own);
                }
            }
        }
        return new LevelRules(
                unit,
                day,
                today,
                stored.on(unit, today).edition(),
                stored.own(unit, day),
                stored.above(unit, day),
                stored.waiting(unit, day),
                below);
    }

    /// What a level says itself today, as it is written down: for whoever changes one thing of it.
    ///
    /// @param unit null for the organisation
    /// @throws NotFound when the unit is out of scope
    @Requires({Permission.ADHERENCE_WRITE, Permission.SETTINGS_ADMIN})
    public SettingsForm ownToday(@Nullable UnitId unit, Scope scope) {
        return SettingsForm.of(level(unit, null, scope).own(), null);
    }

    /// Who saved the settings of a level, when, and what became different: the newest first.
    ///
    /// @param unit null for the organisation
    /// @throws NotFound when the unit is out of scope
    @Requires({Permission.ADHERENCE_WRITE, Permission.SETTINGS_ADMIN})
    public List<Edition> history(@Nullable UnitId unit, Scope scope) {
        mayRead(unit, scope);
        var stored = this.stored;
        var today = today(unit);
        var now = stored.versionOn(unit, today).map(SettingsVersion::id).orElse(0L);
        return stored.versions(unit).stream()
                .sorted(Comparator.comparing(SettingsVersion::id).reversed())
                .limit(LONGEST_HISTORY)
                .map(version ->
                        new Edition(
                                version.id(),
                                version.effectiveFrom(),
                                version.at(),
                                version.by(),
                                version.reason(),
                                RuleChange.between(
                                        stored.upTo(version.id() - 1)
                                                .holds(unit, version.effectiveFrom()),
                                        stored.upTo(version.id())
                                                .holds(unit, version.effectiveFrom())),
                                version.id() == now))
                .toList();
    }

    private void mayRead(@Nullable UnitId unit, Scope scope) {
        if (unit != null && (!scope.includes(unit) || directory.unit(unit).isEmpty())) {
            throw new NotFound("unit", Long.toString(unit.value()));
        }
    }

    private boolean isBelow(UnitId unit, @Nullable UnitId level) {
        return level == null || directory.withDescendants(level).contains(unit);
    }

    /// Writes a new version for a unit, or for the organisation.
    ///
    /// @param unit null for the organisation, which only somebody who may act on everybody changes
    /// @param expectedEdition the [RuleSet#edition] the writer saw, null when they do not care
    /// @param reason why, in the writer's words; null or blank for nothing
    /// @return what holds from its first day on
    /// @throws dev.rollcall.shared.InvalidInput naming every bad field
    /// @throws OptimisticLockingFailureException when somebody was first
    @Requires({Permission.ADHERENCE_WRITE, Permission.SETTINGS_ADMIN})
    public RuleSet save(
            @Nullable UnitId unit,
            SettingsForm form,
            @Nullable String expectedEdition,
            @Nullable String reason,
            Scope scope,
            Actor by) {
        if (unit == null ? !scope.everybody() : !scope.includes(unit)) {
            throw new AccessDeniedException(
                    unit == null
                            ? "These settings belong to the whole organisation, not to a part of it."
                            : "These settings belong to somebody else's unit.");
        }
        form.check();
        var said = reason == null || reason.isBlank() ? null : reason.strip();
        if (said != null && said.length() > LONGEST_REASON) {
            throw InvalidInput.of(
                    "/reason", Forms.sentence("reason", "A reason has at most 500 characters."));
        }
        return retries.inTransactionOfItsOwn(() -> write(unit, form, expectedEdition, said, by));
    }

    private RuleSet write(
            @Nullable UnitId unit,
            SettingsForm form,
            @Nullable String expectedEdition,
            @Nullable String reason,
            Actor by) {
        versions.takeTurn();
        var stored = new Stored(versions.all());
        var today = today(unit);
        var which = which(unit);
        if (expectedEdition != null && !expectedEdition.equals(stored.on(unit, today).edition())) {
            throw conflict(which);
        }
        var from = form.effectiveFrom() == null ? today : form.effectiveFrom();
        var before = stored.on(unit, from);
        versions.add(unit, from, form, reason, clock.instant(), by);
        audit.changed(
                by,
                WHAT,
                which,
                SettingsVersions.json(before.form()),
                SettingsVersions.json(form, reason));
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

    /// What held for a unit on a day as far as it had been saved by an instant.
    RuleSet on(@Nullable UnitId unit, LocalDate date, Instant savedBy) {
        return isSavedAfter(unit, date, savedBy)
                ? stored.asOf(savedBy).on(unit, date)
                : stored.on(unit, date);
    }

    /// Whether something that holds for a unit on a day was saved later than an instant.
    boolean isSavedAfter(@Nullable UnitId unit, LocalDate date, Instant instant) {
        return stored.isSavedAfter(unit, date, instant);
    }

    /// The rules as they are now, whatever is saved later.
    Rulebook asTheyAre() {
        return stored::on;
    }

    /// The rules as they would be if levels said more.
    Rulebook saying(List<Saying> more) {
        var with = stored.with(more, clock.instant());
        return with::on;
    }

    /// What levels have to say for all days from one on to be judged by the rules that hold today,
    /// of a unit with everything below it: nothing where they are already.
    ///
    /// @param unit null for the organisation
    List<Saying> todaysRulesFrom(@Nullable UnitId unit, LocalDate from) {
        return stored.todaysRulesFrom(unit, from, today(unit));
    }

    /// Writes down in the caller's transaction that the rules of today hold from an earlier day on.
    /// Nobody else writes settings until it ends.
    ///
    /// @param unit null for the organisation
    /// @param expectedEdition the [RuleSet#edition] the writer saw, null when they do not care
    void judgeByTodaysRules(
            @Nullable UnitId unit,
            LocalDate from,
            @Nullable String expectedEdition,
            @Nullable String reason,
            Actor by) {
        versions.takeTurn();
        var stored = new Stored(versions.all());
        var today = today(unit);
        if (expectedEdition != null && !expectedEdition.equals(stored.on(unit, today).edition())) {
            throw conflict(which(unit));
        }
        var now = clock.instant();
        var sayings = stored.todaysRulesFrom(unit, from, today);
        for (var saying : sayings) {
            versions.add(saying.level(), saying.from(), saying.form(), reason, now, by);
        }
        if (!sayings.isEmpty()) {
            events.publishEvent(new RulesChanged(unit, from));
            AfterCommit.run(this::reload);
        }
    }

    String which(@Nullable UnitId unit) {
        return unit == null
                ? "organisation"
                : directory.unit(unit).map(Unit::code).orElse("unit " + unit.value());
    }

    /// What holds for a unit on a day, each value with its origin.
    RulesInForce inForce(UnitId unit, LocalDate date) {
        return stored.holds(unit, date);
    }

    void reload() {
        stored = new Stored(versions.all());
    }

    /// The day it is for a unit, or for the organisation.
    LocalDate today(@Nullable UnitId unit) {
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

        private final List<SettingsVersion> all;
        private final Map<Long, List<SettingsVersion>> byUnit = new HashMap<>();
        private final Map<String, RuleSet> combined = new ConcurrentHashMap<>();
        private final Map<String, Stored> earlier = new ConcurrentHashMap<>();

        Stored(List<SettingsVersion> all) {
            this.all = List.copyOf(all);
            for (var version : all) {
                byUnit.computeIfAbsent(key(version.unit()), _ -> new ArrayList<>()).add(version);
            }
            var newestLast =
                    Comparator.comparing(SettingsVersion::effectiveFrom)
                            .thenComparing(SettingsVersion::id);
            byUnit.values().forEach(list -> list.sort(newestLast));
        }

        RuleSet on(@Nullable UnitId unit, LocalDate date) {
            var chain = chain(unit, date);
            long newestOfAll = levels(unit).stream().mapToLong(this::newestOf).max().orElse(0);
            var name =
                    chain.isEmpty()
                            ? RuleSet.SHIPPED
                            : String.join(
                                    "+", chain.stream().map(v -> Long.toString(v.id())).toList());
            var edition =
                    newestOfAll == 0
                                    || chain.stream()
                                            .anyMatch(version -> version.id() == newestOfAll)
                            ? name
                            : name + "." + newestOfAll;
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
            var from =
                    chain.stream()
                            .map(SettingsVersion::effectiveFrom)
                            .max(Comparator.naturalOrder())
                            .orElse(ALWAYS);
            var holds = fold(chain);
            return new RuleSet(
                    name,
                    edition,
                    from,
                    holds.toRules(),
                    holds.targetPercent().value(),
                    written(holds, from));
        }

        /// What holds where these levels, nearest first, say something.
        private static RulesInForce fold(List<SettingsVersion> chain) {
            var holds =
                    RulesInForce.shipped(ShippedDefaults.MAPPING, ShippedDefaults.TARGET_PERCENT);
            for (var version : chain.reversed()) {
                holds = holds.under(version.level(), version.form().read());
            }
            return holds;
        }

        /// What is off as it is shipped is left out; off where somebody said so is said, or it
        /// would be on again where it is inherited.
        private static boolean isShippedOff(Sourced<Boolean> holds) {
            return !holds.value() && holds.origin().shipped();
        }

        /// The same as it is written down, nothing left out.
        private static SettingsForm written(RulesInForce holds, LocalDate from) {
            var graces = new LinkedHashMap<String, Grace>();
            holds.graceByActivity().forEach((activity, each) -> graces.put(activity, each.value()));
            var all =
                    SettingsForm.of(
                            new OwnRules(
                                    holds.mapping().value(),
                                    holds.unmapped().value(),
                                    holds.unscheduled().value(),
                                    holds.grace().value(),
                                    graces,
                                    holds.workingPresences().value(),
                                    holds.severe().value(),
                                    holds.targetPercent().value(),
                                    isShippedOff(holds.chainedExcuse())
                                            ? null
                                            : holds.chainedExcuse().value()),
                            from);
            // Programs find the activities' graces even where there are none.
            return all.grace() == null || all.grace().activities() != null
                    ? all
                    : new SettingsForm(
                            all.mapping(),
                            all.unmapped(),
                            all.unscheduled(),
                            new GraceSettings(all.grace().forAll(), Map.of()),
                            all.workingPresences(),
                            all.severeSeconds(),
                            all.targetPercent(),
                            all.chainedExcuse(),
                            from);
        }

        /// What holds above a level on a day.
        RulesInForce above(@Nullable UnitId unit, LocalDate date) {
            return fold(
                    chain(unit, date).stream()
                            .filter(version -> !Objects.equals(version.unit(), unit))
                            .toList());
        }

        RulesInForce holds(@Nullable UnitId unit, LocalDate date) {
            return fold(chain(unit, date));
        }

        OwnRules own(@Nullable UnitId unit, LocalDate date) {
            return versionOn(unit, date)
                    .map(version -> version.form().read())
                    .orElse(OwnRules.NOTHING);
        }

        /// The days after one on which a level or one above it begins to say something else.
        List<LevelRules.Waiting> waiting(@Nullable UnitId unit, LocalDate date) {
            var found = new TreeMap<LocalDate, Origin>();
            for (var level : levels(unit)) {
                for (var version : byUnit.getOrDefault(key(level), List.of())) {
                    if (version.effectiveFrom().isAfter(date)) {
                        found.putIfAbsent(version.effectiveFrom(), version.level());
                    }
                }
            }
            return found.entrySet().stream()
                    .map(each -> new LevelRules.Waiting(each.getValue(), each.getKey()))
                    .toList();
        }

        List<SettingsVersion> versions(@Nullable UnitId unit) {
            return byUnit.getOrDefault(key(unit), List.of());
        }

        /// As things stood when a version was saved.
        Stored upTo(long version) {
            return new Stored(all.stream().filter(each -> each.id() <= version).toList());
        }

        /// As things stood at an instant.
        Stored asOf(Instant instant) {
            var known = all.stream().filter(each -> !each.at().isAfter(instant)).toList();
            long newest = known.isEmpty() ? 0 : known.getLast().id();
            return earlier.computeIfAbsent(newest + ":" + known.size(), _ -> new Stored(known));
        }

        boolean isSavedAfter(@Nullable UnitId unit, LocalDate date, Instant instant) {
            return chain(unit, date).stream().anyMatch(each -> each.at().isAfter(instant));
        }

        /// As things would stand if levels said more.
        Stored with(List<Saying> sayings, Instant at) {
            var more = new ArrayList<>(all);
            // Later than whatever is stored, in the order they are said.
            long id = Long.MAX_VALUE - sayings.size();
            for (var saying : sayings) {
                more.add(
                        new SettingsVersion(
                                ++id, saying.level(), saying.from(), saying.form(), at, "", null));
            }
            return new Stored(more);
        }

        List<Saying> todaysRulesFrom(@Nullable UnitId unit, LocalDate from, LocalDate today) {
            var sayings = new ArrayList<Saying>();
            var above = new ArrayList<>(levels(unit));
            above.removeFirst();
            if (unit != null && above.stream().anyMatch(each -> changed(each, from, today))) {
                // What is said above holds for others, too: here everything is said, until today.
                var whole = SettingsForm.of(whole(unit, today), null);
                said(unit, from, today).forEach(day -> sayings.add(new Saying(unit, day, whole)));
                sayings.add(new Saying(unit, today, SettingsForm.of(own(unit, today), null)));
            } else {
                repeat(unit, from, today, sayings);
            }
            for (var level : byUnit.keySet()) {
                if (level != 0
                        && !new UnitId(level).equals(unit)
                        && isBelow(new UnitId(level), unit)) {
                    repeat(new UnitId(level), from, today, sayings);
                }
            }
            return sayings;
        }

        /// A level says from the day on what it says today.
        private void repeat(
                @Nullable UnitId level, LocalDate from, LocalDate today, List<Saying> sayings) {
            if (changed(level, from, today)) {
                var form = SettingsForm.of(own(level, today), null);
                said(level, from, today).forEach(day -> sayings.add(new Saying(level, day, form)));
            }
        }

        /// Whether what a level says became different after a day, up to today.
        private boolean changed(@Nullable UnitId level, LocalDate from, LocalDate today) {
            var now = own(level, today);
            return said(level, from, today).stream().anyMatch(day -> !own(level, day).equals(now));
        }

        /// A day, and every later one up to today from which a level said something else.
        private List<LocalDate> said(@Nullable UnitId level, LocalDate from, LocalDate today) {
            var days = new TreeSet<LocalDate>();
            days.add(from);
            for (var version : byUnit.getOrDefault(key(level), List.of())) {
                if (version.effectiveFrom().isAfter(from)
                        && !version.effectiveFrom().isAfter(today)) {
                    days.add(version.effectiveFrom());
                }
            }
            return List.copyOf(days);
        }

        /// Everything that holds for a unit, said by itself: nothing shines through from above.
        private OwnRules whole(UnitId unit, LocalDate date) {
            var holds = holds(unit, date);
            var graces = new LinkedHashMap<String, Grace>();
            for (var level : levels(unit)) {
                for (var version : byUnit.getOrDefault(key(level), List.of())) {
                    version.form()
                            .read()
                            .graceByActivity()
                            .keySet()
                            .forEach(each -> graces.put(each, holds.graceOf(each).value()));
                }
            }
            return new OwnRules(
                    holds.mapping().value(),
                    holds.unmapped().value(),
                    holds.unscheduled().value(),
                    holds.grace().value(),
                    graces,
                    holds.workingPresences().value(),
                    holds.severe().value(),
                    holds.targetPercent().value(),
                    holds.chainedExcuse().value());
        }

        /// A level and those above it that say something on a day, nearest first.
        private List<SettingsVersion> chain(@Nullable UnitId unit, LocalDate date) {
            return levels(unit).stream().flatMap(each -> versionOn(each, date).stream()).toList();
        }

        /// A level and those above it, nearest first, the organisation last.
        private List<@Nullable UnitId> levels(@Nullable UnitId unit) {
            var levels = new ArrayList<@Nullable UnitId>();
            var level = unit;
            while (level != null && !levels.contains(level)) {
                levels.add(level);
                level = directory.unit(level).map(Unit::parent).orElse(null);
            }
            levels.add(null);
            return levels;
        }
    }
}
