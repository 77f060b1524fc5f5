package dev.rollcall.surveys.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.rollcall.kit.CsvLink;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.PlainTable;
import dev.rollcall.kit.RowList;
import dev.rollcall.kit.Segments;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.surveys.SurveyKind;
import dev.rollcall.surveys.SurveyReport;
import dev.rollcall.surveys.SurveyReport.Line;
import dev.rollcall.surveys.SurveyResponse;
import dev.rollcall.surveys.SurveyTally;
import dev.rollcall.surveys.Surveys;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// What customers say: net promoter score and satisfaction over some months, in figures and in
/// their own words. The address says what is shown.
@Route("customers")
@Menu(title = "surveys.title", order = 10.72, icon = "vaadin:users")
@Requires({Permission.SURVEYS_VIEW, Permission.SURVEYS_WRITE})
final class CustomersView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(CustomersView.class);
    private static final String KIND = "kind";
    private static final String MONTHS = "months";
    private static final String UNIT = "unit";
    private static final String BAD = "bad";
    private static final List<Integer> SPANS = List.of(1, 3, 6, 12);
    private static final int USUAL = 3;

    private final Surveys surveys;
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;
    private final SurveyWords words;
    private final Segments<SurveyKind> kinds;
    private final Div place = new Div();
    private Map<String, String> address = Map.of();

    CustomersView(Surveys surveys, Directory directory, Access access, ApplicationClock clock) {
        this.surveys = surveys;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
        words = new SurveyWords(this::getTranslation, getLocale());
        addClassName("quality-view");
        kinds =
                new Segments<>(
                        words.say("kinds"),
                        List.of(SurveyKind.values()),
                        kind -> words.say("kind." + kind),
                        kind -> choose(KIND, kind.name().toLowerCase(Locale.ROOT)));
        place.addClassNames("quality-place", "quality-report");
        var head = new Div(new H1(words.say("title")), kinds);
        head.addClassName("quality-view-head");
        if (access.viewer().may(Permission.SURVEYS_WRITE)) {
            head.add(new Anchor("customers/import", words.say("toImport")));
        }
        add(head, place);
    }

    @Override
    public String getPageTitle() {
        return words.say("title") + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var values = new LinkedHashMap<String, String>();
        event.getLocation()
                .getQueryParameters()
                .getParameters()
                .forEach((name, all) -> {
                    if (!all.isEmpty() && !all.getFirst().isBlank()) {
                        values.put(name, all.getFirst());
                    }
                });
        address = values;
        show();
    }

    private void choose(String name, String value) {
        var to = new LinkedHashMap<String, List<String>>();
        address.forEach((key, known) -> to.put(key, List.of(known)));
        if (value.isEmpty()) {
            to.remove(name);
        } else {
            to.put(name, List.of(value));
        }
        UI.getCurrentOrThrow().navigate(CustomersView.class, new QueryParameters(to));
    }

    // ------------------------------------------------------------------ what is asked for

    private SurveyKind kind() {
        return Arrays.stream(SurveyKind.values())
                .filter(each -> each.name().equalsIgnoreCase(address.getOrDefault(KIND, "")))
                .findFirst()
                .orElse(SurveyKind.NPS);
    }

    private int months() {
        return SPANS.stream()
                .filter(each -> ("" + each).equals(address.getOrDefault(MONTHS, "")))
                .findFirst()
                .orElse(USUAL);
    }

    private Optional<Unit> unit() {
        return directory
                .unit(address.getOrDefault(UNIT, ""))
                .filter(unit -> access.scope(Permission.SURVEYS_VIEW).includes(unit.id()));
    }

    private Scope scope() {
        return unit().map(unit -> Scope.ofUnits(directory.withDescendants(unit.id())))
                .orElseGet(() -> access.scope(Permission.SURVEYS_VIEW));
    }

    private Instant from() {
        return YearMonth.from(clock.instant().atZone(Days.zone()))
                .minusMonths(months() - 1L)
                .atDay(1)
                .atStartOfDay(Days.zone())
                .toInstant();
    }

    private Instant until() {
        return clock.instant().plusSeconds(1);
    }

    // ------------------------------------------------------------------ what is shown

    private void show() {
        kinds.show(kind());
        place.removeAll();
        if (!access.viewer().may(Permission.SURVEYS_VIEW)) {
            place.add(new Paragraph(words.say("writeOnly")));
            return;
        }
        try {
            var report = surveys.report(kind(), from(), until(), Days.zone(), scope());
            place.add(tools(report));
            if (report.total().answers() == 0) {
                var none = new Div(new Paragraph(words.say("empty")));
                none.addClassName("board-empty");
                place.add(none);
                return;
            }
            place.add(total(report.total()));
            lines("months", report.months().stream().map(this::named).toList());
            lines("units", report.units());
            lines("groups", report.groups());
            lines("tags", report.tags());
            lines("agents", report.agents());
            answers();
        } catch (DataAccessException e) {
            LOG.warn("Answers of customers cannot be shown: {}", e.getClass().getSimpleName());
            var sentence = new Paragraph(words.say("away"));
            sentence.getElement().setAttribute("role", "alert");
            var trouble =
                    new Div(sentence, new Button(getTranslation("kit.browse.again"), _ -> show()));
            trouble.addClassName("board-empty");
            place.add(trouble);
        }
    }

    private Component tools(SurveyReport report) {
        var months = new Select<Integer>();
        months.setLabel(words.say("span"));
        months.setItems(SPANS);
        months.setItemLabelGenerator(each -> words.say("spanOf", each));
        months.setValue(months());
        months.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                choose(MONTHS, "" + event.getValue());
            }
        });
        var units = new Select<Unit>();
        units.setLabel(words.say("unit"));
        units.setItems(directory.units(access.scope(Permission.SURVEYS_VIEW)));
        units.setEmptySelectionAllowed(true);
        units.setEmptySelectionCaption(words.say("allUnits"));
        units.setItemLabelGenerator(unit -> unit == null ? words.say("allUnits") : unit.name());
        unit().ifPresent(units::setValue);
        units.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                choose(UNIT, event.getValue() == null ? "" : event.getValue().code());
            }
        });
        var tools =
                new Div(
                        months,
                        units,
                        new CsvLink("customers.csv", words.say("csv"), () -> csv(report)));
        tools.addClassName("quality-tools");
        return tools;
    }

    private Component total(SurveyTally total) {
        var value = new Span(words.figure(total));
        value.addClassName("kpi-value");
        var second = new Span(words.plain(total));
        second.addClassName("kpi-against");
        var card = new Article(new H3(words.say("figure." + total.kind())), value, second);
        card.addClassName("kpi-card");
        var cards = new Div(card);
        cards.addClassName("kpi-cards");
        return cards;
    }

    private void lines(String key, List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var kind = kind();
        var table =
                new PlainTable(
                        "surveys.name",
                        "surveys.answers",
                        "surveys.figure." + kind,
                        "surveys.good." + kind,
                        "surveys.between." + kind,
                        "surveys.bad." + kind);
        for (var line : lines) {
            var tally = line.tally();
            table.line(
                    List.of(
                            line.name(),
                            "" + tally.answers(),
                            tally.isEnough() ? words.figure(tally) : words.say("few"),
                            "" + tally.good(),
                            "" + tally.between(),
                            "" + tally.bad()));
        }
        var scrolling = new Div(table);
        scrolling.addClassName("quality-comparison");
        scrolling.getElement().setAttribute("tabindex", "0");
        scrolling.getElement().setAttribute("role", "region");
        scrolling.getElement().setAttribute("aria-label", words.say("by." + key));
        place.add(section("by." + key, scrolling));
    }

    /// A month as people write it.
    private Line named(Line month) {
        return new Line(
                DateTimeFormatter.ofLocalizedPattern("yMMMM")
                        .withLocale(getLocale())
                        .format(YearMonth.parse(month.name())),
                month.tally());
    }

    private Section section(String key, Component... content) {
        var section = new Section(new H2(words.say(key)));
        section.add(content);
        section.addClassName("performance-section");
        return section;
    }

    private void answers() {
        boolean badOnly = address.containsKey(BAD);
        var only = new Checkbox(words.say("badOnly." + kind()), badOnly);
        only.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                choose(BAD, Boolean.TRUE.equals(event.getValue()) ? "yes" : "");
            }
        });
        var list = new RowList();
        list.addClassName("survey-answers");
        for (var each : surveys.answers(kind(), from(), until(), scope(), badOnly)) {
            list.row(
                    words.say("answer", each.score(), kind().most(), name(each.agent())),
                    more(each),
                    null,
                    "");
        }
        place.add(section("said", only, list));
    }

    private String more(SurveyResponse each) {
        var parts = new ArrayList<String>();
        Optional.ofNullable(each.comment())
                .map(text -> words.say("quote", text))
                .ifPresent(parts::add);
        parts.addAll(each.tags());
        parts.add(words.at(each.at()));
        return String.join(" · ", parts);
    }

    private String name(AgentId agent) {
        return directory.agent(agent).map(Agent::name).orElse("–");
    }

    // ------------------------------------------------------------------ to take along

    private List<List<String>> csv(SurveyReport report) {
        var rows = new ArrayList<List<String>>();
        rows.add(
                List.of(
                        words.say("by"),
                        words.say("name"),
                        words.say("answers"),
                        words.say("figure." + report.total().kind()),
                        words.say("good." + report.total().kind()),
                        words.say("between." + report.total().kind()),
                        words.say("bad." + report.total().kind())));
        var parts = new LinkedHashMap<String, List<Line>>();
        parts.put("months", report.months());
        parts.put("units", report.units());
        parts.put("groups", report.groups());
        parts.put("tags", report.tags());
        parts.put("agents", report.agents());
        parts.forEach(
                (key, lines) -> rows.addAll(lines.stream().map(line -> row(key, line)).toList()));
        return rows;
    }

    private List<String> row(String key, Line line) {
        var tally = line.tally();
        return List.of(
                words.say("by." + key),
                line.name(),
                "" + tally.answers(),
                tally.figure().map(Object::toString).orElse(""),
                "" + tally.good(),
                "" + tally.between(),
                "" + tally.bad());
    }
}
