package dev.rollcall.work.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import dev.rollcall.kit.TickingDuration;
import dev.rollcall.people.Group;
import dev.rollcall.work.Desk.Queue;
import dev.rollcall.work.WorkItem;
import dev.rollcall.work.WorkItemId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// The queue of one group: how many wait and for how long, what keeps them from being assigned, and
/// the first of them.
final class QueueSection extends Section {

    /// As many as one looks at; whoever wants more finds them in the case browser.
    private static final int SHOWN = 10;

    private final ItemWords words;
    private final Span count = new Span();
    private final TickingDuration oldest = new TickingDuration(null);
    private final Paragraph note = new Paragraph();
    private final ItemList list;
    private final Paragraph more = new Paragraph();
    private List<WorkItem> shown = List.of();

    QueueSection(Group group, ItemWords words, Deeds deeds, Consumer<WorkItemId> onSelect) {
        this.words = words;
        list = new ItemList(words, deeds, onSelect);
        addClassName("queue");
        var name = new H3(group.name());
        name.setId("queue-" + group.id().value());
        getElement().setAttribute("aria-labelledby", "queue-" + group.id().value());
        count.addClassName("records-count");
        oldest.addClassName("records-count");
        note.addClassName("record-note");
        more.addClassName("record-note");
        var head = new Div(new Icon(ItemWords.icon(group.channel())), name, count, oldest);
        head.addClassName("queue-head");
        add(head, note, list, more);
    }

    void show(Queue queue) {
        var waiting = queue.waiting();
        shown = waiting.subList(0, Math.min(SHOWN, waiting.size()));
        list.show(shown, queue.refusal());
        count.setText(words.say("queue.count", waiting.size()));
        oldest.setSince(
                waiting.stream()
                        .map(WorkItem::waitsSince)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null));
        var why =
                !queue.isOpen()
                        ? words.say("queue.closed")
                        : queue.isActive() ? "" : words.say("queue.inactive");
        note.setText(why);
        note.setVisible(!why.isEmpty());
        int rest = waiting.size() - shown.size();
        more.setText(words.say("queue.more", rest));
        more.setVisible(rest > 0);
    }

    List<WorkItem> shown() {
        return shown;
    }

    ItemList list() {
        return list;
    }
}
