package dev.rollcall.work.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import dev.rollcall.kit.Refusals;
import dev.rollcall.work.Desk;
import dev.rollcall.work.WorkItem;
import dev.rollcall.work.WorkItems;
import dev.rollcall.work.WorkRefused;

/// Does with items what a page asks for, in the name of whoever looks at it, and says why when it
/// cannot be done.
final class OwnDeeds implements Deeds {

    private static final int MESSAGE_MILLIS = 5_000;

    private final WorkItems items;
    private final Desk desk;
    private final ItemWords words;
    private final Runnable done;

    /// @param done told after each attempt, for the page to show how things are now
    OwnDeeds(WorkItems items, Desk desk, ItemWords words, Runnable done) {
        this.items = items;
        this.desk = desk;
        this.words = words;
        this.done = done;
    }

    @Override
    public void take(WorkItem item) {
        attempt(() -> items.take(item.id()));
    }

    @Override
    public void start(WorkItem item) {
        attempt(() -> items.start(item.id()));
    }

    @Override
    public void layAside(WorkItem item) {
        attempt(() -> items.layAside(item.id()));
    }

    @Override
    public void complete(WorkItem item) {
        if (attempt(() -> items.complete(item.id()))) {
            tell(words.say("done.completed", item.subject()));
        }
    }

    @Override
    public void handOver(WorkItem item) {
        new HandOverDialog(
                        item,
                        words,
                        desk.groupsFor(item),
                        desk.colleaguesFor(item),
                        (group, note) ->
                                handedOver(
                                        attempt(() -> items.transfer(item.id(), group.id(), note)),
                                        group.name()),
                        (person, note) ->
                                handedOver(
                                        attempt(() -> items.transfer(item.id(), person.id(), note)),
                                        person.name()))
                .open();
    }

    private void handedOver(boolean isDone, String whom) {
        if (isDone) {
            tell(words.say("done.handedOver", whom));
        }
    }

    /// @return whether it was done
    private boolean attempt(Runnable deed) {
        boolean isDone = false;
        try {
            deed.run();
            isDone = true;
        } catch (WorkRefused e) {
            tell(words.say("refused." + e.why()));
        } catch (RuntimeException e) {
            tell(Refusals.ofDeed(words.words()).say(e));
        }
        done.run();
        return isDone;
    }

    private static void tell(String sentence) {
        if (UI.getCurrent() != null) {
            Notification.show(sentence, MESSAGE_MILLIS, Notification.Position.BOTTOM_START);
        }
    }
}
