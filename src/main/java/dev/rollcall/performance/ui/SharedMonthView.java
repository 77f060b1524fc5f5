package dev.rollcall.performance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rollcall.kit.PlainTable;
import dev.rollcall.performance.ShareId;
import dev.rollcall.performance.SharedMonth;
import dev.rollcall.performance.SharedPerformance;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.NotFound;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// What somebody shares of a month, for the talk about it; nothing else of theirs is a click away.
@Route("team-performance/shared/:share([0-9]{1,18})")
@Requires(Permission.KPI_VIEW)
final class SharedMonthView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(SharedMonthView.class);

    private final SharedPerformance shared;
    private final PerformanceWords words = new PerformanceWords(this::getTranslation, getLocale());
    private final H1 title = new H1();
    private final Div page = new Div();

    SharedMonthView(SharedPerformance shared) {
        this.shared = shared;
        addClassName("performance-view");
        page.addClassName("performance-page");
        var head = new Div(title);
        head.addClassName("performance-head");
        add(new Anchor("team-performance", words.say("shared.back")), head, page);
    }

    @Override
    public String getPageTitle() {
        return words.say("shared.one") + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        page.removeAll();
        title.setText(words.say("shared.one"));
        var id = new ShareId(Long.parseLong(event.getRouteParameters().get("share").orElse("0")));
        try {
            show(shared.look(id));
        } catch (NotFound e) {
            say("shared.gone");
        } catch (DataAccessException e) {
            LOG.warn("A shared month cannot be read: {}", e.getClass().getSimpleName());
            say("team.away");
        }
    }

    private void say(String key) {
        var trouble = new Paragraph(words.say(key));
        trouble.addClassName("board-empty");
        trouble.getElement().setAttribute("role", "alert");
        page.add(trouble);
    }

    private void show(SharedMonth month) {
        var share = month.share();
        title.setText(words.say("shared.of", share.name(), words.month(share.month())));
        page.add(
                new Paragraph(
                        words.say("shared.written", share.name(), words.dayOfYear(share.until()))));
        var cards = new Div();
        cards.addClassName("kpi-cards");
        month.figures().forEach(figure -> cards.add(card(figure)));
        page.add(cards);
        if (share.days()) {
            page.add(days(month));
        }
    }

    private Component card(SharedMonth.Figure figure) {
        var value = new Span(words.amount(figure.amount()));
        value.addClassName("kpi-value");
        var card = new Article(new H2(words.name(figure.metric())), value);
        card.addClassName("kpi-card");
        if (!figure.others().isEmpty()) {
            card.add(
                    small(
                            words.say(
                                    "others",
                                    figure.others().stream()
                                            .map(words::amount)
                                            .collect(Collectors.joining(", ")))));
        }
        var pace = figure.pace();
        card.add(
                small(
                        pace == null
                                ? words.say("goal.none")
                                : words.say(
                                        "goal.over",
                                        words.say(
                                                "goal.of",
                                                words.percent(pace.percent()),
                                                words.amount(
                                                        pace.goal(), figure.amount().currency())),
                                        words.standing(pace))));
        return card;
    }

    private static Component small(String text) {
        var line = new Span(text);
        line.addClassName("kpi-against");
        return line;
    }

    private Component days(SharedMonth month) {
        var table =
                new PlainTable(
                        Stream.concat(
                                        Stream.of("performance.detail.day"),
                                        month.figures().stream()
                                                .map(figure ->
                                                        "performance.metric." + figure.metric()))
                                .toArray(String[]::new));
        var dates = new TreeSet<LocalDate>();
        month.figures().forEach(figure -> figure.days().forEach(day -> dates.add(day.date())));
        for (var date : dates.descendingSet()) {
            var cells = new ArrayList<String>();
            cells.add(words.weekdayAndDay(date));
            for (var figure : month.figures()) {
                cells.add(
                        figure.days().stream()
                                .filter(day -> day.date().equals(date))
                                .map(day -> words.amount(day.amount()))
                                .findFirst()
                                .orElse("–"));
            }
            table.line(cells);
        }
        var scrolling = new Div(table);
        scrolling.addClassName("report-table");
        scrolling.getElement().setAttribute("tabindex", "0");
        scrolling.getElement().setAttribute("role", "region");
        scrolling.getElement().setAttribute("aria-label", words.say("detail.days"));
        var section = new Section(new H2(words.say("detail.days")));
        section.add(dates.isEmpty() ? new Paragraph(words.say("shared.noDays")) : scrolling);
        section.addClassName("performance-section");
        return section;
    }
}
