package dev.rollcall.presence.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.rollcall.kit.BrowseQuery;
import dev.rollcall.kit.BrowseView;
import dev.rollcall.kit.Drawer;
import dev.rollcall.kit.LiveBadge;
import dev.rollcall.kit.Refresher;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.presence.Feed;
import dev.rollcall.presence.Feeds;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The sources that report what people do: which are live, which have fallen silent, and who
/// depends on them. Keeps itself up to date, calmly.
@Route("settings/feeds")
@RouteAlias("settings/feeds/:record")
@Menu(title = "presence.feeds.title", order = 83, icon = "vaadin:connect")
@Requires({Permission.AUDIT_VIEW, Permission.SETTINGS_ADMIN})
final class FeedsView extends BrowseView<Feed> {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Feeds feeds;
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;
    private final LiveBadge badge = new LiveBadge(PATIENCE);
    private List<Feed> shown = List.of();
    private @Nullable Refresher refresher;

    FeedsView(Feeds feeds, Directory directory, Access access, ApplicationClock clock) {
        super("presence.feeds", new FeedGrid(clock));
        this.feeds = feeds;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
        page().addBeside(badge);
        page().addTool(new Button(getTranslation("presence.feeds.connect"), _ -> guide()));
        if (access.viewer().may(Permission.SETTINGS_ADMIN)) {
            page().addTool(new Anchor("settings/try-event", getTranslation("presence.feeds.try")));
        }
    }

    @Override
    protected void onAttach(AttachEvent attachEvent) {
        super.onAttach(attachEvent);
        refresher = Refresher.start(attachEvent.getUI(), EVERY, feeds::list, this::takeIn);
    }

    @Override
    protected void onDetach(DetachEvent detachEvent) {
        if (refresher != null) {
            refresher.close();
            refresher = null;
        }
        super.onDetach(detachEvent);
    }

    @Override
    protected void showList(BrowseQuery wanted) {
        show(feeds.list());
    }

    private void takeIn(List<Feed> now) {
        // The drawer of an open feed stays as it is while nothing about it changed.
        var before = opened(shown);
        show(now);
        if (!before.equals(opened(now))) {
            refreshDrawer();
        }
    }

    private void show(List<Feed> now) {
        shown = now;
        page().show(
                        now,
                        getTranslation("presence.feeds.count", now.size()),
                        query().opened(),
                        nothing(
                                new Paragraph(getTranslation("presence.feeds.none")),
                                new FeedGuide()));
        badge.beat();
    }

    private Optional<Feed> opened(List<Feed> list) {
        return list.stream()
                .filter(feed -> FeedGrid.key(feed.source()).equals(query().opened()))
                .findFirst();
    }

    @Override
    protected Optional<Drawer> drawer(String record) {
        return opened(shown)
                .map(feed -> new FeedDrawer(feed, names(feed), clock.instant(), this::close));
    }

    /// Of those the viewer may see; the others are counted only.
    private List<String> names(Feed feed) {
        var scope = access.scope(Permission.PEOPLE_VIEW);
        return feed.people().stream()
                .flatMap(id -> directory.agent(id).stream())
                .filter(agent -> scope.includes(agent, null))
                .map(Agent::name)
                .sorted()
                .toList();
    }

    private void guide() {
        var dialog = new Dialog(new FeedGuide());
        dialog.setHeaderTitle(getTranslation("presence.feeds.connect"));
        dialog.setWidth("40rem");
        dialog.getFooter().add(new Button(getTranslation("kit.form.close"), _ -> dialog.close()));
        dialog.open();
    }
}
