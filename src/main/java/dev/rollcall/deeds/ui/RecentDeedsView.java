package dev.rollcall.deeds.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.rollcall.deeds.Deed;
import dev.rollcall.deeds.Deeds;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.Refusals;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;

/// What one did for others within the last day, each with the way back.
@Route("recent-actions")
@Menu(title = "deeds.title", order = 19, icon = "vaadin:arrow-backward")
@Requires({Permission.ADHERENCE_WRITE, Permission.PRESENCE_WRITE, Permission.SETTINGS_ADMIN})
final class RecentDeedsView extends Div implements HasDynamicTitle {

    private static final int MILLIS = 5_000;

    private final Deeds deeds;
    private final ApplicationClock clock;
    private final Div list = new Div();

    RecentDeedsView(Deeds deeds, ApplicationClock clock) {
        this.deeds = deeds;
        this.clock = clock;
        addClassName("deeds-view");
        add(
                new H1(getTranslation("deeds.title")),
                new Paragraph(getTranslation("deeds.what")),
                list);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("deeds.title") + " – Rollcall";
    }

    private void show() {
        list.removeAll();
        var own = deeds.own();
        if (own.isEmpty()) {
            var nothing = new Paragraph(getTranslation("deeds.none"));
            nothing.addClassName("board-empty");
            list.add(nothing);
            return;
        }
        var items = new OrderedList();
        items.addClassName("deeds");
        own.forEach(deed -> items.add(item(deed)));
        list.add(items);
    }

    private ListItem item(Deed deed) {
        var said = deed.sentence(this::getTranslation, getLocale(), Days.zone());
        var what = new Span(said);
        what.addClassName("deed-what");
        var when = new Span(Days.withTime(deed.at(), getLocale()));
        when.addClassNames("board-second", "numeric");
        var lines = new Div(what, when);
        lines.addClassName("deed-lines");
        var item = new ListItem(lines);
        item.addClassName("deed");
        var undone = deed.undoneAt();
        if (undone != null) {
            var mark =
                    new Span(getTranslation("deeds.undoneAt", Days.withTime(undone, getLocale())));
            mark.addClassNames("board-second", "deed-undone");
            item.add(mark);
        } else if (deed.isUndoable(clock.instant())) {
            var undo = new Button(getTranslation("deeds.undo"), _ -> undo(deed));
            undo.setAriaLabel(getTranslation("deeds.undoThis", said));
            undo.setDisableOnClick(true);
            item.add(undo);
        }
        return item;
    }

    private void undo(Deed deed) {
        try {
            deeds.undo(deed.number());
            tell(getTranslation("deeds.undone"));
        } catch (RuntimeException e) {
            tell(Refusals.ofDeed(this::getTranslation).say(e));
        }
        show();
    }

    private static void tell(String sentence) {
        Notification.show(sentence, MILLIS, Notification.Position.BOTTOM_START);
    }
}
