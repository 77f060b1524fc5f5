package dev.rollcall.presence.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.Drawer;
import dev.rollcall.kit.FactList;
import dev.rollcall.presence.RejectedEvents.Entry;
import dev.rollcall.presence.RejectedEvents.State;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One rejected event: why, what to do, what it says, and what became of it.
final class RejectedDrawer extends Drawer {

    /// What can be done about it.
    interface Actions {
        void close();

        void replay(Entry entry);

        void discard(Entry entry);
    }

    private final Entry entry;
    private final RejectedWords words = new RejectedWords(this::getTranslation);

    /// @param subject whom it says it is about, by external id
    /// @param known whether there is an agent of that name now
    /// @param mayAct whether the viewer may replay and discard
    RejectedDrawer(
            Entry entry,
            @Nullable String subject,
            boolean known,
            boolean mayAct,
            boolean mayAddAgents,
            Actions actions) {
        super(actions::close);
        this.entry = entry;
        var code = entry.problem().code();
        setTitle(words.reason(code), Objects.requireNonNullElse(entry.source(), ""));
        var parts = new Div();
        parts.addClassName("drawer-parts");
        boolean unknown = code.equals(RejectedWords.UNKNOWN_AGENT);
        var why = new Section(new Paragraph(words.why(code, subject)));
        why.addClassName("drawer-parts");
        if (entry.state() == State.OPEN) {
            why.add(new Paragraph(words.whatToDo(code, unknown && known)));
            if (unknown && !known && mayAddAgents) {
                why.add(new Anchor("people?add", getTranslation("presence.rejected.addAgent")));
            }
        }
        parts.add(why, facts(), payload());
        add(parts);
        if (mayAct && entry.state() != State.ACCEPTED) {
            addFoot(buttons(actions));
        }
    }

    private FactList facts() {
        var facts = new FactList();
        facts.fact(say("state"), words.state(entry.state()));
        var resolved = entry.resolved();
        if (resolved != null) {
            facts.fact(say("since"), Days.withSeconds(resolved, getLocale()));
            facts.fact(
                    say("resolvedBy"),
                    Objects.requireNonNullElse(entry.resolvedBy(), say("sentAgain")));
        }
        facts.fact(say("discardReason"), entry.discardReason());
        facts.fact(say("told"), entry.problem().detail());
        facts.fact(say("source"), entry.source());
        facts.fact(say("eventId"), entry.eventId());
        facts.fact(say("sentBy"), entry.by().name());
        facts.fact(say("received"), Days.withSeconds(entry.received(), getLocale()));
        if (entry.timesSeen() > 1) {
            facts.fact(say("times"), "" + entry.timesSeen());
            facts.fact(say("lastSeen"), Days.withSeconds(entry.lastSeen(), getLocale()));
        }
        return facts;
    }

    private Section payload() {
        return new Section(
                new H3(say("payload")), new Payload(entry.payload(), entry.problem().pointer()));
    }

    private Div buttons(Actions actions) {
        var replay = new Button(say("replay"), _ -> actions.replay(entry));
        replay.addThemeVariants(ButtonVariant.PRIMARY);
        replay.setDisableOnClick(true);
        var buttons = new Div(replay);
        buttons.addClassName("record-buttons");
        if (entry.state() == State.OPEN) {
            buttons.add(new Button(say("discard"), _ -> actions.discard(entry)));
        }
        return buttons;
    }

    private String say(String key) {
        return getTranslation("presence.rejected." + key);
    }
}
