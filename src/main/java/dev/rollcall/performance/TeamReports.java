package dev.rollcall.performance;

import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the teams one looks after achieved together, month by month; never whose it was.
@Service
public class TeamReports {

    private final TeamTable table;
    private final MeasureBook measures;
    private final Directory directory;
    private final Access access;

    TeamReports(TeamTable table, MeasureBook measures, Directory directory, Access access) {
        this.table = table;
        this.measures = measures;
        this.directory = directory;
        this.access = access;
    }

    /// The report of a month, of all metrics.
    ///
    /// @param month null, and one that is not counted: the last one that is
    /// @return empty before the first month is counted
    @Requires(Permission.KPI_VIEW)
    @Transactional(readOnly = true)
    public Optional<TeamReport> of(@Nullable YearMonth month) {
        var months = table.months();
        if (months.isEmpty()) {
            return Optional.empty();
        }
        var shown = month != null && months.contains(month) ? month : months.getFirst();
        var scope = access.scope(Permission.KPI_VIEW);
        var teams = teams(scope);
        return table.countedAt(shown)
                .map(at ->
                        new TeamReport(shown, months, yearBegins(scope), at, lines(shown, teams)));
    }

    /// Where all the viewer's units agree when financial years begin, then; else the
    /// organisation's.
    private Month yearBegins(Scope scope) {
        var begins = new LinkedHashSet<Month>();
        directory
                .units(scope)
                .forEach(unit -> begins.add(MeasureBook.yearBegins(measures.of(unit.id()))));
        return begins.size() == 1
                ? begins.getFirst()
                : MeasureBook.yearBegins(measures.ofOrganisation());
    }

    // ------------------------------------------------------------------ teams

    /// @param name empty for the organisation
    private record Team(String name, int depth, GoalBook.Line line) {}

    /// The teams of a scope in the order in which they are shown.
    private Map<Subject, Team> teams(Scope scope) {
        var teams = new LinkedHashMap<Subject, Team>();
        if (scope.everybody()) {
            teams.put(
                    Subject.ORGANISATION,
                    new Team("", 0, new GoalBook.Line(List.of(List.of(Subject.ORGANISATION)))));
        }
        var units = directory.units(scope);
        var known = units.stream().map(Unit::id).collect(Collectors.toSet());
        units.stream()
                .filter(unit -> unit.parent() == null || !known.contains(unit.parent()))
                .forEach(unit -> add(unit, scope.everybody() ? 1 : 0, units, teams));
        directory
                .groups(scope)
                .forEach(group ->
                        teams.put(Subject.of(group.id()), new Team(group.name(), 0, line(group))));
        return teams;
    }

    private void add(Unit unit, int depth, List<Unit> units, Map<Subject, Team> teams) {
        teams.put(Subject.of(unit.id()), new Team(unit.name(), depth, line(unit.id(), null)));
        units.stream()
                .filter(each -> unit.id().equals(each.parent()))
                .forEach(each -> add(each, depth + 1, units, teams));
    }

    private GoalBook.Line line(Group group) {
        return line(group.unit(), group.id());
    }

    private GoalBook.Line line(UnitId unit, @Nullable GroupId group) {
        var steps = new ArrayList<List<Subject>>();
        if (group != null) {
            steps.add(List.of(Subject.of(group)));
        }
        measures.withAncestors(unit).forEach(each -> steps.add(List.of(Subject.of(each))));
        steps.add(List.of(Subject.ORGANISATION));
        return new GoalBook.Line(List.copyOf(steps));
    }

    // ------------------------------------------------------------------ lines

    private List<TeamReport.Line> lines(YearMonth month, Map<Subject, Team> teams) {
        var subjects = new LinkedHashSet<Subject>();
        teams.values().forEach(team -> team.line().steps().forEach(subjects::addAll));
        var book = measures.goals(subjects);
        var before = table.of(month.minusMonths(1));
        var order = List.copyOf(teams.keySet());
        return table.of(month).stream()
                .filter(row -> teams.containsKey(row.subject()))
                .sorted(
                        Comparator.comparing(TeamTable.Row::metric)
                                .thenComparing(row ->
                                        row.currency() == null
                                                ? ""
                                                : row.currency().getCurrencyCode())
                                .thenComparing(row -> order.indexOf(row.subject())))
                .map(row -> line(row, month, teams, book, before))
                .toList();
    }

    private static TeamReport.Line line(
            TeamTable.Row row,
            YearMonth month,
            Map<Subject, Team> teams,
            GoalBook book,
            List<TeamTable.Row> before) {
        var team = Objects.requireNonNull(teams.get(row.subject()));
        return new TeamReport.Line(
                row.subject(),
                team.name(),
                team.depth(),
                row.metric(),
                row.currency(),
                row.figures(),
                growth(row, before),
                book.of(team.line(), row.metric(), month)
                        .filter(goal -> Objects.equals(goal.currency(), row.currency()))
                        .map(Goal::value)
                        .orElse(null));
    }

    private static Growth growth(TeamTable.Row row, List<TeamTable.Row> before) {
        var figures = row.figures();
        if (figures == null) {
            return new Growth(Growth.Direction.NOT_AVAILABLE, null);
        }
        BigDecimal mean =
                before.stream()
                        .filter(each ->
                                each.subject().equals(row.subject())
                                        && each.metric() == row.metric()
                                        && Objects.equals(each.currency(), row.currency()))
                        .map(TeamTable.Row::figures)
                        .filter(Objects::nonNull)
                        .map(TeamFigures::mean)
                        .findFirst()
                        .orElse(null);
        return Growth.of(mean, figures.mean());
    }
}
