package dev.rollcall.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rollcall.kit.Chronicle;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.Reader;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.review.Chapter;
import dev.rollcall.review.Pack;
import dev.rollcall.review.Period;
import dev.rollcall.review.Reviews;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// The pack for a talk, as it is printed: figures, what was agreed and what happened in some days.
@Route("reviews/:agent")
@Requires({
    Permission.ADHERENCE_VIEW,
    Permission.QUALITY_VIEW,
    Permission.KPI_VIEW,
    Permission.KPI_OWN
})
final class ReviewPackView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(ReviewPackView.class);

    private final Reviews reviews;
    private final Directory directory;
    private final ApplicationClock clock;
    private final Reader reader = new Reader(this::getTranslation, getLocale(), Days.zone());

    ReviewPackView(Reviews reviews, Directory directory, ApplicationClock clock) {
        this.reviews = reviews;
        this.directory = directory;
        this.clock = clock;
        addClassName("review-page");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("review.pack") + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var code = event.getRouteParameters().get("agent").orElse("");
        var today =
                directory
                        .agent(code)
                        .map(Agent::zone)
                        .map(zone -> LocalDate.ofInstant(clock.instant(), zone))
                        .orElseGet(() -> LocalDate.ofInstant(clock.instant(), Days.zone()));
        var asked = PackAddress.period(event.getLocation().getQueryParameters());
        var period = asked.orElseGet(() -> Period.lastMonth(today));
        try {
            reviews.pack(code, period, reader)
                    .ifPresentOrElse(pack -> show(pack, today), () -> say("review.gone"));
        } catch (DataAccessException e) {
            LOG.warn("A review pack cannot be read: {}", e.getClass().getSimpleName());
            say("review.away");
        }
    }

    private void say(String key) {
        var trouble = new Paragraph(getTranslation(key));
        trouble.addClassName("board-empty");
        trouble.getElement().setAttribute("role", "alert");
        add(new H1(getTranslation("review.pack")), trouble);
    }

    private void show(Pack pack, LocalDate today) {
        var head =
                new Div(
                        new H1(getTranslation("review.of", pack.agent().name())),
                        new Paragraph(
                                getTranslation(
                                        "review.period",
                                        date(pack.period().from()),
                                        date(pack.period().to()),
                                        Days.withTime(pack.asOf(), getLocale()))));
        head.addClassName("review-head");
        add(head, tools(pack, today));
        var paper = new Article();
        paper.addClassName("review-paper");
        pack.parts().forEach(part -> paper.add(part(part)));
        if (pack.parts().isEmpty()) {
            paper.add(new Paragraph(getTranslation("review.empty")));
        }
        var happened = new Section(new H2(getTranslation("review.happened")));
        happened.add(
                pack.moments().isEmpty()
                        ? new Paragraph(getTranslation("review.quiet"))
                        : chronicle(pack));
        paper.add(happened);
        add(paper);
    }

    private Component chronicle(Pack pack) {
        return new Chronicle(
                pack.moments().stream()
                        .map(told ->
                                new Chronicle.Item(
                                        told.moment().at(),
                                        told.icon(),
                                        getTranslation(told.kind()),
                                        told.moment().text(),
                                        told.moment().address()))
                        .toList(),
                pack.agent().zone());
    }

    private Component tools(Pack pack, LocalDate today) {
        var print = new Button(getTranslation("review.print"), VaadinIcon.PRINT.create());
        print.addClickListener(_ -> print.getElement().executeJs("window.print()"));
        var tools =
                new Nav(
                        way(pack, "review.lastWeek", Period.lastWeek(today)),
                        way(pack, "review.lastMonth", Period.lastMonth(today)),
                        print);
        tools.addClassName("review-tools");
        tools.getElement().setAttribute("aria-label", getTranslation("review.tools"));
        return tools;
    }

    private Component way(Pack pack, String key, Period period) {
        var link =
                new Anchor(PackAddress.of(pack.agent().externalId(), period), getTranslation(key));
        link.addClassName("review-open");
        if (period.equals(pack.period())) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }

    private Component part(Pack.Part part) {
        var section = new Section(new H2(getTranslation(part.words())));
        var chapter = part.chapter();
        if (!chapter.lines().isEmpty()) {
            section.add(lines(chapter));
        }
        chapter.sentences().forEach(sentence -> section.add(new Paragraph(sentence)));
        return section;
    }

    private static Component lines(Chapter chapter) {
        var list = new FigureList();
        chapter.lines().forEach(list::line);
        return list;
    }

    private String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(getLocale())
                .format(date);
    }
}
