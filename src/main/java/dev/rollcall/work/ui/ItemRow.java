package dev.rollcall.work.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import dev.rollcall.kit.TickingDuration;
import dev.rollcall.work.Priority;
import dev.rollcall.work.WorkItem;
import dev.rollcall.work.WorkRefused.Why;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One item of a list, with what somebody can do with it.
final class ItemRow extends ListItem {

    private final ItemWords words;
    private final Deeds deeds;
    private @Nullable Shown shown;

    private record Shown(WorkItem item, Optional<Why> refusal) {}

    ItemRow(ItemWords words, Deeds deeds) {
        this.words = words;
        this.deeds = deeds;
        addClassName("item-row");
        getElement().setAttribute("tabindex", "-1");
    }

    /// @param refusal why it cannot be taken; empty: it can
    void show(WorkItem item, Optional<Why> refusal) {
        var now = new Shown(item, refusal);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        removeAll();
        getElement().setAttribute("data-state", item.state().name().toLowerCase(Locale.ROOT));
        var channel = new Icon(ItemWords.icon(item.channel()));
        channel.getElement().setAttribute("role", "img");
        channel.getElement().setAttribute("aria-label", words.channel(item.channel()));
        channel.setTooltipText(words.channel(item.channel()));
        add(channel, lines(item), facts(item), buttons(item, refusal));
    }

    void select(boolean selected) {
        if (selected) {
            getElement().setAttribute("aria-current", "true");
        } else {
            getElement().removeAttribute("aria-current");
        }
    }

    void focus() {
        getElement().callJsFunction("focus");
    }

    private Div lines(WorkItem item) {
        var subject = new Span(item.subject());
        subject.addClassName("record-name");
        var second = new Span(words.second(item));
        second.addClassName("board-second");
        var lines = new Div(subject, second);
        lines.addClassName("item-lines");
        return lines;
    }

    private Div facts(WorkItem item) {
        var state = new Span(words.state(item.state()));
        var since = item.isHeld() ? item.heldSince() : item.waitsSince();
        var facts = new Div();
        facts.addClassName("item-facts");
        if (item.priority() == Priority.URGENT || item.priority() == Priority.HIGH) {
            var priority = new Span(words.say("priority." + item.priority()));
            priority.addClassName("item-priority");
            priority.getElement().setAttribute("data-priority", item.priority().name());
            facts.add(priority);
        }
        facts.add(state, new TickingDuration(since));
        return facts;
    }

    private Div buttons(WorkItem item, Optional<Why> refusal) {
        var buttons = new Div();
        buttons.addClassName("item-deeds");
        switch (item.state()) {
            case WAITING -> {
                var take = button("take", true, () -> deeds.take(item));
                take.setEnabled(refusal.isEmpty());
                refusal.ifPresent(why -> take.setTooltipText(words.say("refused." + why)));
                buttons.add(take);
            }
            case ASSIGNED ->
                    buttons.add(
                            button("start", true, () -> deeds.start(item)),
                            button("handOver", false, () -> deeds.handOver(item)),
                            button("complete", false, () -> deeds.complete(item)));
            case ACTIVE ->
                    buttons.add(
                            button("complete", true, () -> deeds.complete(item)),
                            button("layAside", false, () -> deeds.layAside(item)),
                            button("handOver", false, () -> deeds.handOver(item)));
            case DONE -> {
                // There is nothing left to do.
            }
        }
        return buttons;
    }

    private Button button(String deed, boolean first, Runnable action) {
        var button = new Button(words.say("deed." + deed), _ -> action.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.addThemeVariants(first ? ButtonVariant.PRIMARY : ButtonVariant.TERTIARY);
        button.getElement().setAttribute("data-deed", deed);
        return button;
    }
}
