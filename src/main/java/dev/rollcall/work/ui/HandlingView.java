package dev.rollcall.work.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.rollcall.kit.BrowseQuery;
import dev.rollcall.kit.BrowseView;
import dev.rollcall.kit.Drawer;
import dev.rollcall.kit.FormHost;
import dev.rollcall.kit.LeaveGuard;
import dev.rollcall.kit.SearchField;
import dev.rollcall.kit.SearchText;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.work.Handling;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How each group handles its work: who gets and takes items, how many at once, who sees them, and
/// when.
@Route("settings/handling")
@RouteAlias("settings/handling/:record")
@Menu(title = "work.handling.title", order = 72, icon = "vaadin:tasks")
@Requires({Permission.WORK_WRITE, Permission.SETTINGS_ADMIN})
final class HandlingView extends BrowseView<Group> implements FormHost, BeforeLeaveObserver {

    private static final String TEXT = "q";

    private final Handling handling;
    private final Directory directory;
    private final ApplicationClock clock;
    private final LeaveGuard guard = new LeaveGuard();
    private final SearchField search;
    private @Nullable HandlingForm form;

    HandlingView(Handling handling, Directory directory, ApplicationClock clock) {
        super("work.handling", new HandlingGrid(handling, directory));
        this.handling = handling;
        this.directory = directory;
        this.clock = clock;
        search = new SearchField(text -> choose(query().with(TEXT, text)));
        search.describe(getTranslation("work.handling.search"));
        page().addTool(search);
        page().add(guard);
    }

    @Override
    protected void showList(BrowseQuery wanted) {
        var text = wanted.get(TEXT).orElse("");
        search.show(text);
        var searched = new SearchText(text);
        var rows =
                handling.managed().stream()
                        .filter(group -> searched.isIn(group.name(), group.code()))
                        .toList();
        page().show(
                        rows,
                        getTranslation("work.handling.count", rows.size()),
                        wanted.opened(),
                        nothing(new Paragraph(getTranslation("work.handling.none"))));
    }

    @Override
    protected Optional<Drawer> drawer(String record) {
        guard.changed(false);
        form =
                managed(record)
                        .map(group ->
                                new HandlingForm(
                                        this,
                                        handling,
                                        group,
                                        directory.unit(group.unit()).orElseThrow().zone()))
                        .orElse(null);
        return Optional.ofNullable(form);
    }

    private Optional<Group> managed(String code) {
        return handling.managed().stream().filter(group -> group.code().equals(code)).findFirst();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (form != null && form.isDirty() && !keepsForm(event)) {
            guard.ask(event);
        }
    }

    private boolean keepsForm(BeforeLeaveEvent event) {
        return event.getNavigationTarget() == getClass()
                && event.getRouteParameters()
                        .get(BrowseQuery.RECORD)
                        .equals(Optional.ofNullable(query().opened()));
    }

    // ------------------------------------------------------------------ for the form

    @Override
    public ApplicationClock clock() {
        return clock;
    }

    @Override
    public void changed(boolean dirty) {
        guard.changed(dirty);
    }

    @Override
    public void saved(String name) {
        form = null;
        guard.changed(false);
        tell(getTranslation("kit.form.saved", name));
        close();
    }
}
