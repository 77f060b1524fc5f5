package dev.rollcall.performance;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.Sentence;
import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Goals for the people one looks after, and how performance is measured where they work.
@Service
public class Goals {

    private static final String WHAT = "goals";
    private static final String MEASURES = "performance measures";

    private final GoalTable table;
    private final MeasureBook measures;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final Retries retries;
    private final ApplicationClock clock;

    Goals(
            GoalTable table,
            MeasureBook measures,
            Directory directory,
            Access access,
            AuditLog audit,
            Retries retries,
            ApplicationClock clock) {
        this.table = table;
        this.measures = measures;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.retries = retries;
        this.clock = clock;
    }

    /// Somebody or something goals can be set for.
    ///
    /// @param code as other systems call it; empty for the organisation
    /// @param name empty for the organisation
    public record Choice(Subject subject, String code, String name) {}

    /// Whom the caller may set goals for: the organisation, units, groups, people, each by name.
    @Requires(Permission.KPI_GOALS)
    public List<Choice> choices() {
        var scope = access.scope(Permission.KPI_GOALS);
        var choices = new ArrayList<Choice>();
        if (scope.everybody()) {
            choices.add(new Choice(Subject.ORGANISATION, "", ""));
        }
        directory.units(scope).forEach(unit -> choices.add(choice(unit)));
        directory.groups(scope).forEach(group -> choices.add(choice(group)));
        directory.agents(scope).forEach(agent -> choices.add(choice(agent)));
        return choices;
    }

    private static Choice choice(Unit unit) {
        return new Choice(Subject.of(unit.id()), unit.code(), unit.name());
    }

    private static Choice choice(Group group) {
        return new Choice(Subject.of(group.id()), group.code(), group.name());
    }

    private static Choice choice(Agent agent) {
        return new Choice(Subject.of(agent.id()), agent.externalId(), agent.name());
    }

    /// @throws NotFound when it is not there, or not the caller's to set goals for
    private Choice mine(Subject subject) {
        var scope = access.scope(Permission.KPI_GOALS);
        return found(subject, scope)
                .orElseThrow(() -> new NotFound("subject of goals", "" + subject.id()));
    }

    private Optional<Choice> found(Subject subject, Scope scope) {
        return switch (subject.kind()) {
            case ORGANISATION ->
                    scope.everybody() ? Optional.of(new Choice(subject, "", "")) : Optional.empty();
            case UNIT ->
                    directory
                            .unit(new UnitId(subject.id()))
                            .filter(unit -> scope.includes(unit.id()))
                            .map(Goals::choice);
            case GROUP ->
                    directory
                            .group(new GroupId(subject.id()))
                            .filter(group -> directory.groups(scope).contains(group))
                            .map(Goals::choice);
            case PERSON ->
                    directory
                            .agent(new AgentId(subject.id()))
                            .filter(agent -> scope.includes(agent, null))
                            .map(Goals::choice);
            case OWN -> Optional.empty();
        };
    }

    // ------------------------------------------------------------------ goals

    /// The sheet of the financial year a month is in.
    ///
    /// @param month null: the running one
    /// @throws NotFound when it is not the caller's to set goals for
    @Requires(Permission.KPI_GOALS)
    @Transactional(readOnly = true)
    public GoalSheet sheet(Subject subject, @Nullable YearMonth month) {
        mine(subject);
        return read(subject, month);
    }

    private GoalSheet read(Subject subject, @Nullable YearMonth wanted) {
        var unit = unit(subject);
        var settled = unit == null ? measures.ofOrganisation() : measures.of(unit);
        var month =
                wanted == null ? YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)) : wanted;
        var year = FinancialYear.of(month, MeasureBook.yearBegins(settled));
        var line = above(subject);
        var subjects = new ArrayList<Subject>();
        line.steps().forEach(subjects::addAll);
        subjects.add(subject);
        var all = table.of(subjects);
        var days = new ArrayList<Integer>();
        for (int i = 0; i < 12; i++) {
            days.add(workingDays(unit, year.start().plusMonths(i)));
        }
        return GoalSheet.of(
                subject,
                year,
                days,
                new GoalBook(all),
                line,
                settled.currency(),
                all.stream().filter(goal -> goal.subject().equals(subject)).toList());
    }

    private int workingDays(@Nullable UnitId unit, YearMonth month) {
        return unit == null ? month.lengthOfMonth() : measures.month(unit, month).count();
    }

    /// Where a subject works; null for the organisation.
    private @Nullable UnitId unit(Subject subject) {
        return switch (subject.kind()) {
            case ORGANISATION -> null;
            case UNIT -> new UnitId(subject.id());
            case GROUP -> directory.group(new GroupId(subject.id())).map(Group::unit).orElse(null);
            case PERSON, OWN ->
                    directory.agent(new AgentId(subject.id())).map(Agent::unit).orElse(null);
        };
    }

    /// Whose goals count where a subject asks for nothing.
    private GoalBook.Line above(Subject subject) {
        var steps = new ArrayList<List<Subject>>();
        if (subject.kind() == Subject.Kind.PERSON) {
            directory
                    .agent(new AgentId(subject.id()))
                    .ifPresent(
                            agent -> steps.add(agent.groups().stream().map(Subject::of).toList()));
        }
        var unit = unit(subject);
        if (unit != null) {
            measures.withAncestors(unit).stream()
                    .map(Subject::of)
                    .filter(each -> !each.equals(subject))
                    .forEach(each -> steps.add(List.of(each)));
            steps.add(List.of(Subject.ORGANISATION));
        }
        return new GoalBook.Line(List.copyOf(steps));
    }

    /// Lets a year ask for some values.
    ///
    /// @param read the sheet the values were typed into
    /// @param values by metric and month; months without ask for nothing of their own
    /// @throws EditConflict when somebody else changed the goals meanwhile
    /// @throws InvalidInput when a value is no goal
    @Requires(Permission.KPI_GOALS)
    public void save(GoalSheet read, Map<Metric, Map<YearMonth, BigDecimal>> values) {
        var choice = mine(read.subject());
        values.values().forEach(months -> months.values().forEach(OwnPerformance::check));
        if (read.currency() == null
                && !values.getOrDefault(Metric.PAYMENTS_COLLECTED, Map.of()).isEmpty()) {
            throw InvalidInput.of(
                    "/PAYMENTS_COLLECTED",
                    new Sentence(
                            "performance.goals.currencyFirst",
                            "Settle first in which currency payments are measured.",
                            List.of()));
        }
        var which = which(choice);
        retries.inTransaction(() -> {
            if (!table.of(List.of(read.subject())).equals(read.base())) {
                throw audit.conflict(WHAT, which);
            }
            for (var change : read.changes(values)) {
                write(read, change);
                audit.changed(
                        access.viewer().actor(),
                        WHAT,
                        which,
                        null,
                        change.metric()
                                + " from "
                                + change.from()
                                + ": "
                                + (change.kept()
                                        ? change.value() == null
                                                ? "as above"
                                                : change.value().toPlainString()
                                        : "as the month before"));
            }
        });
    }

    private void write(GoalSheet read, GoalSheet.Change change) {
        if (change.kept()) {
            table.set(
                    new Goal(
                            read.subject(),
                            change.metric(),
                            change.from(),
                            change.value(),
                            change.metric().isMoney() ? read.currency() : null),
                    clock.instant(),
                    access.viewer().actor());
        } else {
            table.forget(read.subject(), change.metric(), change.from());
        }
    }

    private static String which(Choice choice) {
        var kind = choice.subject().kind().name().toLowerCase(Locale.ROOT);
        return choice.code().isEmpty() ? kind : kind + " " + choice.code();
    }

    // ------------------------------------------------------------------ measures

    /// How performance is measured in a unit or the organisation.
    ///
    /// @param own what it settles itself
    /// @param above what counts where it settles nothing
    /// @param version counts the changes; guards against overwriting another's edit
    public record Settled(Measures own, Measures above, long version) {}

    /// @param unit null: the organisation
    /// @throws NotFound when it is not the caller's
    @Requires(Permission.KPI_GOALS)
    @Transactional(readOnly = true)
    public Settled measures(@Nullable UnitId unit) {
        mine(unit == null ? Subject.ORGANISATION : Subject.of(unit));
        long id = unit == null ? 0 : unit.value();
        var kept = table.measures(id);
        return new Settled(
                kept.map(GoalTable.Kept::measures).orElse(Measures.INHERITED),
                measures.above(id),
                kept.map(GoalTable.Kept::version).orElse(0L));
    }

    /// Settles how performance is measured in a unit, and in those below it that settle nothing.
    ///
    /// @param unit null: the organisation
    /// @throws EditConflict when somebody else was first
    @Requires(Permission.KPI_GOALS)
    public void measure(@Nullable UnitId unit, Measures wanted, long version) {
        var choice = mine(unit == null ? Subject.ORGANISATION : Subject.of(unit));
        long id = unit == null ? 0 : unit.value();
        var which = which(choice);
        retries.inTransaction(() -> {
            var before = table.measures(id).map(GoalTable.Kept::measures);
            if (!table.measure(id, wanted, version)) {
                throw audit.conflict(MEASURES, which);
            }
            audit.changed(
                    access.viewer().actor(),
                    MEASURES,
                    which,
                    before.map(Goals::text).orElse(null),
                    text(wanted));
        });
    }

    private static String text(Measures measures) {
        Month begins = measures.yearBegins();
        return "financial year from %s, currency %s, milestones %s"
                .formatted(
                        begins == null ? "as above" : begins,
                        measures.currency() == null ? "as above" : measures.currency(),
                        measures.milestones() == null ? "as above" : measures.milestones());
    }
}
