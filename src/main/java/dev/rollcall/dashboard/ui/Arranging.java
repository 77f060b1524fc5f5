package dev.rollcall.dashboard.ui;

import dev.rollcall.dashboard.Audience;
import dev.rollcall.dashboard.Dashboard;
import dev.rollcall.dashboard.Dashboards;
import dev.rollcall.dashboard.Gesture;
import dev.rollcall.dashboard.Layout;
import dev.rollcall.dashboard.Placed;
import dev.rollcall.dashboard.Widget;
import dev.rollcall.dashboard.WidgetCatalogue;
import dev.rollcall.dashboard.WidgetKey;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kit.Words;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.EditConflict;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// What somebody does to their board, and what becomes of it: every step is shown, said and saved
/// at once, against the version they saw.
final class Arranging implements WidgetBoard.Listener, WidgetTile.Actions {

    private static final Logger LOG = LoggerFactory.getLogger(Arranging.class);

    private final Dashboards dashboards;
    private final WidgetCatalogue catalogue;
    private final Audience audience;
    private final ApplicationClock clock;
    private final Words words;
    private final Runnable onChange;
    private final WidgetBoard board = new WidgetBoard(this);
    private final Notices notices = new Notices(this::takeSaved, this::keepMine);
    private Dashboard saved;
    private Layout shown;
    private boolean editing;

    /// @param onChange told whenever the board is another
    Arranging(
            Dashboards dashboards,
            WidgetCatalogue catalogue,
            Audience audience,
            ApplicationClock clock,
            Words words,
            Runnable onChange) {
        this.dashboards = dashboards;
        this.catalogue = catalogue;
        this.audience = audience;
        this.clock = clock;
        this.words = words;
        this.onChange = onChange;
        saved = dashboards.open();
        shown = saved.layout();
        board.show(shown, this::tile);
    }

    WidgetBoard board() {
        return board;
    }

    Notices notices() {
        return notices;
    }

    /// As it was saved last.
    Dashboard saved() {
        return saved;
    }

    /// As it is shown.
    Layout shown() {
        return shown;
    }

    boolean isEditing() {
        return editing;
    }

    WidgetTile tile(WidgetKey key) {
        return new WidgetTile(
                key, catalogue.find(key, audience.viewer()).orElse(null), audience, this);
    }

    private String name(WidgetKey key) {
        return catalogue
                .find(key, audience.viewer())
                .map(Widget::words)
                .map(words::get)
                .orElseGet(() -> words.get("dashboard.forbidden"));
    }

    // ------------------------------------------------------------------ arranging

    void edit(boolean nowEditing) {
        editing = nowEditing;
        board.edit(editing, shown);
        notices.announce(words.get(editing ? "dashboard.say.editing" : "dashboard.say.done"));
        onChange.run();
    }

    @Override
    public void leave() {
        edit(false);
    }

    @Override
    public void select(WidgetKey widget, boolean selected) {
        notices.announce(
                words.get(
                        selected ? "dashboard.say.selected" : "dashboard.say.released",
                        name(widget)));
    }

    @Override
    public void step(WidgetKey widget, Gesture step) {
        if (!editing) {
            return;
        }
        var before = shown;
        put(before.after(widget, board.inOneColumn(step)));
        notices.announce(
                before.equals(shown)
                        ? words.get("dashboard.say.edge", name(widget))
                        : place(widget));
    }

    private String place(WidgetKey widget) {
        return shown.find(widget)
                .map(at ->
                        words.get(
                                "dashboard.say.place",
                                name(widget),
                                shown.widgets().indexOf(at) + 1,
                                shown.widgets().size(),
                                at.x() + 1,
                                at.y() + 1,
                                at.width(),
                                at.height()))
                .orElse("");
    }

    @Override
    public void arranged(List<Placed> places) {
        if (!editing) {
            return;
        }
        put(shown.arranged(places));
        notices.announce(words.get("dashboard.say.arranged"));
    }

    @Override
    public void fold(WidgetKey widget, boolean folded) {
        put(shown.fold(widget, folded));
    }

    @Override
    public void remove(WidgetKey widget) {
        var before = shown;
        int place = before.find(widget).map(before.widgets()::indexOf).orElse(0);
        put(before.remove(widget));
        var sentence = words.get("dashboard.removed", name(widget));
        notices.announce(sentence);
        notices.offerUndo(sentence, () -> put(before));
        if (editing && !shown.widgets().isEmpty()) {
            board.focus(shown.widgets().get(Math.min(place, shown.widgets().size() - 1)).widget());
        }
    }

    void add(Widget widget) {
        put(shown.add(widget.key(), widget.size()));
        notices.announce(words.get("dashboard.added", words.get(widget.words())));
    }

    // ------------------------------------------------------------------ saving

    private void put(Layout layout) {
        if (layout.equals(shown)) {
            // The browser may show otherwise: a drag that came to nothing.
            show(layout);
            return;
        }
        show(layout);
        saving(() -> dashboards.save(layout, saved.version()));
    }

    /// Follows the team's default again.
    void reset() {
        var before = shown;
        saving(() -> dashboards.reset(saved.version()));
        show(saved.layout());
        notices.offerUndo(words.get("dashboard.reset.done"), () -> put(before));
    }

    /// Sets what the team starts with.
    void share() {
        try {
            saved = saved.withTeamOf(dashboards.share(shown, saved.teamVersion()));
            notices.tell(words.get("dashboard.share.done"));
        } catch (EditConflict e) {
            saved = saved.withTeamOf(dashboards.open());
            notices.tell(
                    e.changedBy()
                            .map(who -> words.get("dashboard.share.conflict.by", who))
                            .orElseGet(() -> words.get("dashboard.share.conflict")));
        } catch (RuntimeException e) {
            notices.tell(Refusals.ofDeed(words).say(e));
        }
        onChange.run();
    }

    private void saving(Supplier<Dashboard> save) {
        try {
            saved = save.get();
            notices.hideConflict();
        } catch (EditConflict e) {
            notices.showConflict(e.changedAt().orElse(null), clock.instant());
        } catch (DataAccessException e) {
            LOG.warn("A dashboard cannot be saved: {}", e.getClass().getSimpleName());
            notices.tell(words.get("dashboard.away"));
        }
        onChange.run();
    }

    private void show(Layout layout) {
        shown = layout;
        board.show(shown, this::tile);
        onChange.run();
    }

    private void takeSaved() {
        saved = dashboards.open();
        notices.hideConflict();
        show(saved.layout());
    }

    private void keepMine() {
        saved = dashboards.open();
        saving(() -> dashboards.save(shown, saved.version()));
    }
}
