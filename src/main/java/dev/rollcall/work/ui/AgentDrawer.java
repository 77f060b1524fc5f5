package dev.rollcall.work.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.Element;
import dev.rollcall.kit.Drawer;
import dev.rollcall.kit.ExpectedReturn;
import dev.rollcall.kit.ReasonDialog;
import dev.rollcall.kit.TickingDuration;
import dev.rollcall.people.Agent;
import dev.rollcall.people.GroupId;
import dev.rollcall.presence.NextStatus;
import dev.rollcall.work.AgentStanding;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// One agent: what they do, where they are active, how much they may have; and what whoever looks
/// after them can change. Follows what changes elsewhere without disturbing who types.
@JsModule("./rollcall-presence.ts")
final class AgentDrawer extends Drawer {

    private static final int TOAST_MILLIS = 5_000;

    private final Agent agent;
    private final AgentWords words;
    private final AgentDeeds deeds;
    private final Runnable onDone;
    private final boolean manages;

    private final Element shape = new Element("rollcall-presence");
    private final Span status = new Span();
    private final TickingDuration duration = new TickingDuration(null);
    private final ExpectedReturn back = new ExpectedReturn();
    private final Div pill = new Div();
    private final Paragraph topic = new Paragraph();
    private final Paragraph changedBy = new Paragraph();
    private final Paragraph availability = new Paragraph();
    private final Div next = new Div();
    private final Div seats = new Div();
    private final Map<GroupId, SeatLine> lines = new LinkedHashMap<>();
    private final LimitsForm limits;

    /// @param onDone told when something was changed here
    AgentDrawer(
            AgentStanding standing,
            AgentWords words,
            AgentDeeds deeds,
            Runnable onDone,
            Runnable onClose) {
        super(onClose);
        this.agent = standing.agent();
        this.words = words;
        this.deeds = deeds;
        this.onDone = onDone;
        this.manages = deeds.mayManage(agent);
        limits =
                new LimitsForm(
                        words,
                        manages,
                        (channel, items) -> finish(deeds.limit(agent.id(), channel, items)));
        addClassName("agent-standing");
        setTitle(agent.name(), words.unit(agent));
        pill.addClassName("agents-status");
        status.addClassName("agents-word");
        back.addClassName("board-second");
        pill.getElement()
                .appendChild(shape, status.getElement(), duration.getElement(), back.getElement());
        seats.addClassName("seats");
        seats.getElement().setAttribute("role", "list");
        var parts = new Div(statusPart(), part("groups", seats), part("limits", limits));
        parts.addClassName("drawer-parts");
        add(parts);
        show(standing);
    }

    /// What addresses call the person.
    String record() {
        return agent.externalId();
    }

    private Section statusPart() {
        var section = part("status", pill, topic, changedBy, availability, next);
        if (deeds.maySetStatus(agent)) {
            section.add(new Button(words.say("changeStatus"), _ -> changeStatus()));
        }
        return section;
    }

    private Section part(String key, Component... content) {
        var section = new Section(new H3(words.say(key)));
        section.add(content);
        return section;
    }

    // ------------------------------------------------------------------ what is shown

    void show(AgentStanding standing) {
        var kind = AgentWords.kind(standing.status());
        pill.getElement().setAttribute("presence", kind);
        shape.setAttribute("kind", kind);
        status.setText(words.status(standing.status()));
        duration.setSince(standing.since());
        back.show(words.back(standing));
        topic.setText(Objects.toString(standing.topic(), ""));
        topic.setVisible(standing.topic() != null);
        var by = standing.changedBy();
        var since = standing.since();
        changedBy.setVisible(by != null && since != null);
        if (by != null && since != null) {
            changedBy.setText(words.say("changedBy", by, words.time(since, agent.zone())));
        }
        availability.setText(words.explained(standing));
        showNext(deeds.next(agent.id()));
        showSeats(standing);
        limits.show(standing);
    }

    private void showNext(Optional<NextStatus> wished) {
        next.removeAll();
        next.setVisible(wished.isPresent());
        wished.ifPresent(wish -> {
            next.add(
                    new Paragraph(words.say("next", words.status(wish.state()), wish.by().name())));
            if (deeds.maySetStatus(agent)) {
                next.add(
                        new Button(
                                words.say("forgetNext"),
                                _ -> finish(deeds.forgetNext(agent.id()))));
            }
        });
    }

    private void showSeats(AgentStanding standing) {
        var wanted = standing.seats().stream().map(seat -> seat.group().id()).toList();
        if (!wanted.equals(lines.keySet().stream().toList())) {
            lines.clear();
            seats.removeAll();
            for (var seat : standing.seats()) {
                var line = new SeatLine(words, agent.zone(), manages, this::ask);
                lines.put(seat.group().id(), line);
                seats.add(line);
            }
            if (standing.seats().isEmpty()) {
                seats.add(new Paragraph(words.say("noGroups")));
            }
        }
        standing.seats()
                .forEach(seat ->
                        Optional.ofNullable(lines.get(seat.group().id()))
                                .ifPresent(line -> line.show(seat)));
    }

    // ------------------------------------------------------------------ what is done

    private void ask(AgentStanding.Seat seat) {
        boolean active = !seat.isActive();
        new ReasonDialog(
                        words.say(active ? "activate.title" : "deactivate.title"),
                        words.say(
                                active ? "activate.text" : "deactivate.text",
                                agent.name(),
                                seat.group().name()),
                        words.say(active ? "activate" : "deactivate"),
                        reason ->
                                done(deeds.switchTo(agent.id(), seat.group().id(), active, reason)))
                .open();
    }

    private void changeStatus() {
        StatusDialog.of(
                        agent,
                        words,
                        deeds.offered(),
                        deeds.hasWork(agent.id()),
                        (state, reason, whenDone) ->
                                done(deeds.set(agent.id(), state, reason, whenDone)))
                .open();
    }

    private void finish(Optional<String> refused) {
        done(refused).ifPresent(AgentDrawer::toast);
    }

    /// The sentence on why something was refused, for whoever asked.
    private Optional<String> done(Optional<String> refused) {
        if (refused.isEmpty()) {
            onDone.run();
        }
        return refused.map(this::getTranslation);
    }

    private static void toast(String sentence) {
        Notification.show(sentence, TOAST_MILLIS, Notification.Position.BOTTOM_START);
    }
}
