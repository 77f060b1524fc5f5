package dev.rollcall.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.rollcall.kit.PageKeys;
import dev.rollcall.kit.RowList;
import dev.rollcall.kit.SearchField;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.review.Period;
import dev.rollcall.review.Reviews;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.time.LocalDate;
import java.util.List;

/// Whom one may prepare a talk with, and the packs of the week and the month that are over, a click
/// away.
@Route("reviews")
@Menu(title = "review.title", order = 47, icon = "vaadin:file-text-o")
@Requires({Permission.ADHERENCE_VIEW, Permission.QUALITY_VIEW, Permission.KPI_VIEW})
final class ReviewsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int SHOWN = 50;
    private static final String SEARCH = "q";

    private final Reviews reviews;
    private final Directory directory;
    private final ApplicationClock clock;
    private final SearchField search = new SearchField(this::search);
    private final Div found = new Div();

    ReviewsView(Reviews reviews, Directory directory, ApplicationClock clock) {
        this.reviews = reviews;
        this.directory = directory;
        this.clock = clock;
        addClassName("review-page");
        search.describe(getTranslation("review.search"));
        found.getElement().setAttribute("role", "status");
        add(
                new PageKeys(),
                new H1(getTranslation("review.title")),
                new Paragraph(getTranslation("review.what")),
                search,
                found);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("review.title") + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var text = event.getLocation().getQueryParameters().getSingleParameter(SEARCH).orElse("");
        search.show(text);
        show(reviews.people(text), text);
    }

    private void search(String text) {
        getUI().ifPresent(ui ->
                ui.navigate(
                        ReviewsView.class,
                        text.isEmpty()
                                ? QueryParameters.empty()
                                : QueryParameters.of(SEARCH, text)));
    }

    private void show(List<Agent> people, String text) {
        found.removeAll();
        if (people.isEmpty()) {
            var none =
                    new Paragraph(getTranslation(text.isEmpty() ? "review.nobody" : "review.none"));
            none.addClassName("board-empty");
            found.add(none);
            return;
        }
        var list = new RowList();
        people.stream().limit(SHOWN).forEach(each -> row(list, each));
        found.add(list);
        if (people.size() > SHOWN) {
            var more = new Paragraph(getTranslation("review.more", people.size() - SHOWN));
            more.addClassName("board-second");
            found.add(more);
        }
    }

    private void row(RowList list, Agent agent) {
        var today = LocalDate.ofInstant(clock.instant(), agent.zone());
        list.row(
                agent.name(),
                directory.unit(agent.unit()).map(Unit::name).orElse(""),
                null,
                "",
                pack(agent, "review.lastWeek", Period.lastWeek(today)),
                pack(agent, "review.lastMonth", Period.lastMonth(today)));
    }

    private Component pack(Agent agent, String key, Period period) {
        var link = new Anchor(PackAddress.of(agent.externalId(), period), getTranslation(key));
        link.setAriaLabel(getTranslation(key + ".of", agent.name()));
        link.addClassName("review-open");
        return link;
    }
}
