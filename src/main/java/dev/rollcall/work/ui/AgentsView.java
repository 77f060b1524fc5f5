package dev.rollcall.work.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.rollcall.kit.BrowseQuery;
import dev.rollcall.kit.BrowseView;
import dev.rollcall.kit.Drawer;
import dev.rollcall.kit.Segments;
import dev.rollcall.people.Directory;
import dev.rollcall.presence.Reasons;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.work.AgentDashboard;
import dev.rollcall.work.AgentStanding;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/// The Agent Dashboard: who is active and who is not, whether work may be given to them and why
/// not, what they have. Follows every change.
@Route("agents")
@RouteAlias("agents/:record")
@Menu(title = "work.agents.title", order = 11, icon = "vaadin:user-check")
@Requires(Permission.WORK_VIEW)
final class AgentsView extends BrowseView<AgentStanding> {

    private static final String TAB = "tab";
    private static final String INACTIVE = "inactive";

    private final AgentDashboard dashboard;
    private final AgentDeeds deeds;
    private final Access access;
    private final AgentWords words;
    private final FloorFilters filters;

    /// Who is active in a group, or who is in none.
    private final Segments<Boolean> parts;

    private @Nullable AgentDrawer opened;

    AgentsView(
            AgentDashboard dashboard,
            AgentDeeds deeds,
            Directory directory,
            Reasons reasons,
            Access access,
            WorkPulse pulse) {
        super(
                "work.agents",
                new AgentsGrid(AgentWords.of(UI.getCurrentOrThrow(), reasons, directory)));
        this.dashboard = dashboard;
        this.deeds = deeds;
        this.access = access;
        words = AgentWords.of(UI.getCurrentOrThrow(), reasons, directory);
        filters =
                new FloorFilters(
                        words, directory, (filter, value) -> choose(query().with(filter, value)));
        parts =
                new Segments<>(
                        words.say("title"),
                        List.of(true, false),
                        _ -> "",
                        isActive ->
                                choose(
                                        query().opening(null)
                                                .with(TAB, isActive ? null : INACTIVE)));
        page().addTool(parts);
        page().addTool(filters.fields());
        InStep.keep(this, pulse, this::look);
    }

    // ------------------------------------------------------------------ the list

    @Override
    protected void showList(BrowseQuery wanted) {
        filters.show(wanted, access.scope(Permission.WORK_VIEW));
        parts.show(!isInactive(wanted));
        var rows = rows(wanted);
        page().show(rows, counted(rows), wanted.opened(), nothing(new Paragraph(none())));
    }

    private String none() {
        return words.say(isInactive(query()) ? "noneInactive" : "none");
    }

    private static boolean isInactive(BrowseQuery query) {
        return query.get(TAB).filter(INACTIVE::equals).isPresent();
    }

    private List<AgentStanding> rows(BrowseQuery wanted) {
        var found =
                dashboard.agents().stream()
                        .filter(standing -> filters.includes(standing.agent(), wanted))
                        .toList();
        long actives = found.stream().filter(AgentStanding::isActive).count();
        parts.rename(true, words.say("active", actives));
        parts.rename(false, words.say("inactive", found.size() - actives));
        return found.stream()
                .filter(standing -> standing.isActive() != isInactive(wanted))
                .toList();
    }

    private String counted(List<AgentStanding> rows) {
        return words.say("count", rows.size());
    }

    /// From memory: this is pushed.
    void look() {
        try {
            var rows = rows(query());
            page().update(rows, counted(rows));
            var drawer = opened;
            if (drawer != null) {
                dashboard.agent(drawer.record()).ifPresent(drawer::show);
            }
        } catch (AccessDeniedException e) {
            // Their role was changed a moment ago; the page says what they may not see.
            refresh();
        }
    }

    // ------------------------------------------------------------------ one of them

    @Override
    protected Optional<Drawer> drawer(String record) {
        opened = dashboard.agent(record).map(this::drawerOf).orElse(null);
        return Optional.ofNullable(opened);
    }

    private AgentDrawer drawerOf(AgentStanding standing) {
        return new AgentDrawer(
                standing,
                words,
                deeds,
                () -> {
                    look();
                    tell(words.say("done", standing.agent().name()));
                },
                this::close);
    }
}
