package dev.rollcall.readiness.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import dev.rollcall.readiness.Readiness;
import dev.rollcall.readiness.Standing;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.security.ViewAccess;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Workforce management on one page: what has to be settled, how each of it stands and where it is
/// settled; below, all settings. It is there while workforce management is off, too: the first step
/// switches it on.
@Route("settings")
@Menu(title = "readiness.menu", order = 69, icon = "vaadin:cogs")
@Requires({Permission.SETTINGS_ADMIN, Permission.ADHERENCE_WRITE})
final class SettingsHubView extends Div implements HasDynamicTitle {

    private static final String SETTINGS = "settings/";

    private final ViewAccess viewAccess;

    SettingsHubView(Readiness readiness, ViewAccess viewAccess) {
        this.viewAccess = viewAccess;
        addClassName("readiness");
        var lines = readiness.lines(this::getTranslation, getLocale());
        add(new H1(getTranslation("readiness.title")), summary(lines), steps(lines), settings());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("readiness.title") + " – Rollcall";
    }

    private Component summary(List<Readiness.Line> lines) {
        long done = lines.stream().filter(Readiness.Line::isDone).count();
        var text =
                new Paragraph(
                        getTranslation(
                                done == lines.size() ? "readiness.allDone" : "readiness.some",
                                done,
                                lines.size()));
        text.setId("readiness-summary");
        var bar = new ProgressBar(0, Math.max(1, lines.size()), done);
        bar.getElement().setAttribute("aria-labelledby", "readiness-summary");
        var summary = new Div(text, bar);
        summary.addClassName("readiness-summary");
        return summary;
    }

    private Component steps(List<Readiness.Line> lines) {
        var list = new OrderedList();
        list.addClassName("readiness-steps");
        lines.forEach(line -> list.add(step(line)));
        return list;
    }

    private ListItem step(Readiness.Line line) {
        var words = line.step().words();
        var standing = line.standing();
        var name = standing == null ? "UNKNOWN" : standing.state().name();
        var mark = icon(standing);
        mark.getElement().setAttribute("aria-hidden", "true");
        var state = new Span(mark, new Span(getTranslation("readiness.state." + name)));
        state.addClassName("readiness-state");
        var title = new H3(getTranslation(words + ".title"));
        var head = new Div(title, state);
        head.addClassName("readiness-head");
        var fact =
                new Paragraph(
                        standing == null
                                ? getTranslation("readiness.unknown")
                                : getTranslation(standing.fact(), standing.values().toArray()));
        fact.addClassName("readiness-fact");
        var what = new Paragraph(getTranslation(words + ".what"));
        what.addClassName("readiness-what");
        var item = new ListItem(head, fact, what);
        item.getElement().setAttribute("data-step", words).setAttribute("data-state", name);
        if (standing != null) {
            var ways = new Div();
            ways.addClassName("readiness-ways");
            standing.ways().stream()
                    .filter(way -> mayOpen(way.address()))
                    .map(way -> way(way, title.getText()))
                    .forEach(ways::add);
            if (ways.getComponentCount() == 0 && standing.state() != Standing.State.DONE) {
                ways.add(new Span(getTranslation("readiness.byAdmin")));
            }
            item.add(ways);
        }
        return item;
    }

    private static Icon icon(@Nullable Standing standing) {
        if (standing == null) {
            return VaadinIcon.QUESTION_CIRCLE_O.create();
        }
        return switch (standing.state()) {
            case DONE -> VaadinIcon.CHECK_CIRCLE_O.create();
            case LOOK -> VaadinIcon.EYE.create();
            case OPEN -> VaadinIcon.CIRCLE_THIN.create();
        };
    }

    private Component way(Standing.Way way, String step) {
        var link = new Anchor("/" + way.address(), getTranslation(way.label()));
        link.getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation("readiness.way", getTranslation(way.label()), step));
        return link;
    }

    private boolean mayOpen(String address) {
        var path = address.replaceFirst("\\?.*", "");
        return RouteConfiguration.forSessionScope()
                .getRoute(path)
                .or(() -> RouteConfiguration.forApplicationScope().getRoute(path))
                .filter(viewAccess::mayOpen)
                .isPresent();
    }

    /// The way to every page of settings the reader may open.
    private Component settings() {
        var list = new UnorderedList();
        MenuConfiguration.getMenuEntries().stream()
                .filter(entry -> entry.path().replaceFirst("^/", "").startsWith(SETTINGS))
                .filter(entry -> {
                    var view = entry.menuClass();
                    return view != null && viewAccess.mayOpen(view);
                })
                .map(this::entry)
                .forEach(list::add);
        var title = new H2(getTranslation("readiness.all"));
        title.setId("all-settings");
        var nav = new Nav(list);
        nav.getElement().setAttribute("aria-labelledby", "all-settings");
        var section = new Section(title, nav);
        section.addClassName("readiness-all");
        section.setVisible(list.getComponentCount() > 0);
        return section;
    }

    private ListItem entry(MenuEntry entry) {
        var link = new Anchor("/" + entry.path().replaceFirst("^/", ""));
        if (entry.icon() != null) {
            var icon = new Icon(entry.icon());
            icon.getElement().setAttribute("aria-hidden", "true");
            link.add(icon);
        }
        link.add(new Span(getTranslation(entry.title())));
        return new ListItem(link);
    }
}
