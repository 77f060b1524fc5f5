package dev.rollcall.work.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.Drawer;
import dev.rollcall.kit.FactList;
import dev.rollcall.kit.TickingDuration;
import dev.rollcall.people.Agent;
import dev.rollcall.security.Permission;
import dev.rollcall.work.Cases.Case;
import dev.rollcall.work.WorkItem;
import dev.rollcall.work.WorkStep;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// One item: what it is, whom it is with, what happened to it, and taking it where one may.
final class CaseDrawer extends Drawer {

    private final ItemWords words;

    /// @param readOnly until whoever looks has clocked in
    CaseDrawer(
            Case found,
            ItemWords words,
            ConsoleSources sources,
            Deeds deeds,
            boolean readOnly,
            Runnable onClose) {
        super(onClose);
        this.words = words;
        var item = found.item();
        addClassName("case-drawer");
        setTitle(item.subject(), words.channel(item.channel()));
        var parts = new Div(facts(item), history(found));
        parts.addClassName("drawer-parts");
        add(parts);
        var holder =
                item.agent() == null ? null : sources.directory().agent(item.agent()).orElse(null);
        if (holder != null && sources.access().viewer().may(Permission.FEEDBACK_GIVE)) {
            addFoot(feedback(item, holder));
        }
        if (item.state() == WorkItem.State.WAITING && !readOnly) {
            sources.desk()
                    .owner()
                    .ifPresent(person -> {
                        var refusal = sources.items().mayTake(person, item.group());
                        addFoot(
                                refusal.isPresent()
                                        ? note("refused." + refusal.get())
                                        : take(item, deeds));
                    });
        }
    }

    private FactList facts(WorkItem item) {
        var facts = new FactList();
        facts.fact(words.say("cases.reference"), item.reference());
        facts.fact(words.say("cases.customer"), item.customer());
        facts.fact(words.say("cases.group"), words.group(item.group()));
        facts.fact(words.say("cases.state"), state(item));
        facts.fact(words.say("cases.agent"), words.agent(item.agent()));
        facts.fact(words.say("cases.priority"), words.say("priority." + item.priority()));
        facts.fact(words.say("cases.arrived"), Days.withSeconds(item.arrivedAt(), getLocale()));
        Optional.ofNullable(item.endedAt())
                .ifPresent(end ->
                        facts.fact(words.say("cases.ended"), Days.withSeconds(end, getLocale())));
        return facts;
    }

    private Span state(WorkItem item) {
        var since = item.isHeld() ? item.heldSince() : item.waitsSince();
        var state = new Span(new Span(words.state(item.state())), new TickingDuration(since));
        state.addClassName("item-facts");
        return state;
    }

    private Section history(Case found) {
        var list = new OrderedList();
        list.addClassName("case-history");
        found.history().forEach(step -> list.add(step(step)));
        return new Section(new H3(words.say("cases.history")), list);
    }

    private ListItem step(WorkStep step) {
        var when = new Span(Days.withSeconds(step.at(), getLocale()));
        when.addClassName("board-second");
        var line = new ListItem(new Span(words.step(step)), when);
        if (step.note() != null) {
            var note = new Span(step.note());
            note.addClassName("case-note");
            line.add(note);
        }
        return line;
    }

    /// The way to say something about it, in the room where that is done.
    private Anchor feedback(WorkItem item, Agent holder) {
        return new Anchor(
                "feedback?about=case&ref="
                        + item.id().value()
                        + "&give="
                        + URLEncoder.encode(holder.externalId(), StandardCharsets.UTF_8),
                getTranslation("feedback.give"));
    }

    private Button take(WorkItem item, Deeds deeds) {
        var take = new Button(words.say("deed.take"), _ -> deeds.take(item));
        take.addThemeVariants(ButtonVariant.PRIMARY);
        return take;
    }

    private Paragraph note(String key) {
        var note = new Paragraph(words.say(key));
        note.addClassName("record-note");
        return note;
    }
}
