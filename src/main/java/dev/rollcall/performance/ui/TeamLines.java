package dev.rollcall.performance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import dev.rollcall.performance.Subject;
import dev.rollcall.performance.TeamFigures;
import dev.rollcall.performance.TeamReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Teams below each other, of one metric in one currency: together, on average, and how it is
/// spread among people, as a strip and in numbers.
@Tag("table")
final class TeamLines extends Component {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final PerformanceWords words;
    private final BigDecimal most;

    /// @param lines at least one, all of one metric and currency
    TeamLines(PerformanceWords words, List<TeamReport.Line> lines) {
        this.words = words;
        most = most(lines);
        getElement().getClassList().add("week-table");
        getElement().getClassList().add("team-table");
        var head = new Element("tr");
        Stream.of("team", "people", "sum", "mean", "goal", "spread", "against")
                .forEach(key ->
                        head.appendChild(
                                new Element("th")
                                        .setAttribute("scope", "col")
                                        .setText(words.say("team." + key))));
        var body = new Element("tbody");
        boolean groups = false;
        for (var line : lines.stream().filter(each -> each.figures() != null).toList()) {
            boolean group = line.subject().kind() == Subject.Kind.GROUP;
            if (group && !groups) {
                body.appendChild(between());
            }
            groups = group;
            body.appendChild(row(line, Objects.requireNonNull(line.figures())));
        }
        var hidden = lines.stream().filter(line -> line.figures() == null).toList();
        if (!hidden.isEmpty()) {
            body.appendChild(hidden(hidden));
        }
        getElement().appendChild(new Element("thead").appendChild(head), body);
    }

    private static BigDecimal most(List<TeamReport.Line> lines) {
        return lines.stream()
                .flatMap(line ->
                        Stream.of(
                                line.goal(),
                                line.figures() == null ? null : line.figures().upper()))
                .filter(Objects::nonNull)
                .max(BigDecimal::compareTo)
                .filter(value -> value.signum() > 0)
                .orElse(BigDecimal.ONE);
    }

    private Element between() {
        var name =
                new Element("th")
                        .setAttribute("scope", "colgroup")
                        .setAttribute("colspan", "7")
                        .setText(words.say("team.groups"));
        name.getClassList().add("team-between");
        return new Element("tr").appendChild(name);
    }

    private Element hidden(List<TeamReport.Line> lines) {
        var names = lines.stream().map(this::name).collect(Collectors.joining(", "));
        var cell =
                new Element("td")
                        .setAttribute("colspan", "7")
                        .setText(words.say("team.hidden", names));
        cell.getClassList().add("team-hidden");
        return new Element("tr").appendChild(cell);
    }

    private String name(TeamReport.Line line) {
        return line.name().isEmpty() ? words.say("goals.organisation") : line.name();
    }

    private Element row(TeamReport.Line line, TeamFigures figures) {
        var name = new Element("th").setAttribute("scope", "row").setText(name(line));
        name.getStyle().set("--depth", "" + line.depth());
        return new Element("tr")
                .appendChild(
                        name,
                        cell(words.number(BigDecimal.valueOf(figures.people()))),
                        cell(words.amount(figures.sum(), line.currency())),
                        cell(words.amount(figures.mean(), line.currency())),
                        goal(line, figures),
                        spread(line, figures),
                        against(line));
    }

    private static Element cell(String text) {
        return new Element("td").setText(text);
    }

    private Element goal(TeamReport.Line line, TeamFigures figures) {
        var goal = line.goal();
        if (goal == null) {
            return cell("–");
        }
        var reached = new Element("span").setText(words.percent(figures.meanOf(goal)));
        var of =
                new Element("span")
                        .setText(words.say("team.of", words.amount(goal, line.currency())));
        of.getClassList().add("team-second");
        return new Element("td").appendChild(reached, of);
    }

    /// Half of the people are in the bar; the mark in it is the one in the middle.
    private Element spread(TeamReport.Line line, TeamFigures figures) {
        var strip = new Element("span").setAttribute("aria-hidden", "true");
        strip.getClassList().add("team-strip");
        var half = new Element("span");
        half.getClassList().add("team-half");
        half.getStyle()
                .set("inset-inline-start", share(figures.lower()))
                .set("inset-inline-end", share(most.subtract(figures.upper())));
        var middle = new Element("span");
        middle.getClassList().add("team-middle");
        middle.getStyle().set("inset-inline-start", share(figures.median()));
        strip.appendChild(half, middle);
        var goal = line.goal();
        if (goal != null) {
            var mark = new Element("span");
            mark.getClassList().add("team-goal");
            mark.getStyle().set("inset-inline-start", share(goal));
            strip.appendChild(mark);
        }
        var said =
                new Element("span")
                        .setText(
                                words.say(
                                        "team.spread.said",
                                        words.amount(figures.lower(), line.currency()),
                                        words.amount(figures.upper(), line.currency()),
                                        words.amount(figures.median(), line.currency())));
        said.getClassList().add("team-second");
        return new Element("td").appendChild(strip, said);
    }

    private String share(@Nullable BigDecimal value) {
        return Objects.requireNonNullElse(value, BigDecimal.ZERO)
                        .multiply(HUNDRED)
                        .divide(most, 1, RoundingMode.HALF_UP)
                        .max(BigDecimal.ZERO)
                        .min(HUNDRED)
                        .toPlainString()
                + "%";
    }

    private Element against(TeamReport.Line line) {
        var change = new Element("span").setText(words.badge(line.growth()));
        change.setAttribute("role", "img");
        change.setAttribute("aria-label", words.spoken(line.growth()));
        change.getClassList().add("week-change");
        return new Element("td").appendChild(change);
    }
}
