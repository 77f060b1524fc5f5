package dev.rollcall.alerts.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.alerts.Alerts;
import dev.rollcall.alerts.Alerts.Own;
import dev.rollcall.alerts.Alerts.Show;
import dev.rollcall.alerts.RuleWords;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.Segments;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.PartOfWorkforceManagement;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/// The alerts of whoever looks, the latest first: those still open, those the budget kept from
/// them, all of them. Follows every change while it is open.
@PartOfWorkforceManagement
@Route("alerts")
@Menu(title = "alerts.page.title", order = 10.8, icon = "vaadin:flag-o")
@Requires(Permission.ADHERENCE_WRITE)
final class AlertsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String SHOW = "show";
    private static final int MOST = 200;

    private final Alerts alerts;
    private final Directory directory;
    private final AlertPulse pulse;
    private final RuleWords words;
    private final Segments<Show> which;
    private final OrderedList list = new OrderedList();
    private final Paragraph nothing = new Paragraph();
    private Show shown = Show.OPEN;
    private @Nullable Registration following;

    AlertsView(Alerts alerts, Directory directory, Activities activities, AlertPulse pulse) {
        this.alerts = alerts;
        this.directory = directory;
        this.pulse = pulse;
        words = new RuleWords(this::getTranslation, directory, activities);
        addClassName("deeds-view");
        which =
                new Segments<>(
                        words.say("page.show"),
                        List.of(Show.values()),
                        show -> words.say("page.show." + show),
                        this::choose);
        list.addClassName("deeds");
        nothing.addClassName("board-empty");
        nothing.getElement().setAttribute("role", "status");
        add(
                new H1(words.say("page.title")),
                new Paragraph(words.say("page.what")),
                which,
                nothing,
                list);
    }

    @Override
    public String getPageTitle() {
        return words.say("page.title") + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var token =
                event.getLocation().getQueryParameters().getSingleParameter(SHOW).orElse("open");
        shown =
                List.of(Show.values()).stream()
                        .filter(show -> token(show).equals(token))
                        .findFirst()
                        .orElse(Show.OPEN);
        which.show(shown);
        show();
    }

    private static String token(Show show) {
        return show.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void choose(Show show) {
        UI.getCurrentOrThrow()
                .navigate(
                        AlertsView.class,
                        show == Show.OPEN
                                ? QueryParameters.empty()
                                : QueryParameters.of(SHOW, token(show)));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        following = pulse.follow(event.getUI(), this::read, this::show);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (following != null) {
            following.remove();
            following = null;
        }
    }

    private List<Own> read() {
        return alerts.own(shown, Long.MAX_VALUE, MOST);
    }

    private void show() {
        try {
            show(read());
        } catch (DataAccessException e) {
            list.removeAll();
            nothing.setText(getTranslation("kit.browse.away"));
            nothing.setVisible(true);
        }
    }

    private void show(List<Own> own) {
        list.removeAll();
        own.forEach(each -> list.add(item(each)));
        nothing.setText(words.say("page.none." + shown));
        nothing.setVisible(own.isEmpty());
    }

    private ListItem item(Own own) {
        var alert = own.alert();
        var agent = directory.agent(alert.agent());
        var name = agent.map(Agent::name).orElse("–");
        var link = new Anchor("adherence/agent/" + agent.map(Agent::externalId).orElse(""), name);
        link.getElement().setAttribute("router-link", true);
        link.addClassName("deed-what");
        var activity = alert.activity();
        var what =
                new Span(
                        words.say(
                                        "page.out." + alert.severity(),
                                        Days.withTime(alert.since(), getLocale()))
                                + (activity == null
                                        ? ""
                                        : ", "
                                                + words.say(
                                                        "rule.activity",
                                                        words.activity(activity))));
        what.addClassNames("board-second", "numeric");
        var lines = new Div(link, what);
        lines.addClassName("deed-lines");
        var cleared = alert.clearedAt();
        var state =
                new Span(
                        cleared == null
                                ? words.say("page.stillOut")
                                : words.say("page.back", Days.withTime(cleared, getLocale())));
        var item = new ListItem(lines, state);
        state.addClassName("record-mark");
        state.getElement().setAttribute("data-mark", cleared == null ? "expired" : "ready");
        if (own.heldBack()) {
            var held = new Span(words.say("page.held"));
            held.addClassName("excuse-badge");
            item.add(held);
        }
        item.addClassName("deed");
        return item;
    }
}
