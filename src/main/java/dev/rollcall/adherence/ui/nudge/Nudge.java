package dev.rollcall.adherence.ui.nudge;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.VaadinSession;
import dev.rollcall.adherence.Names;
import dev.rollcall.adherence.OwnAdherence;
import dev.rollcall.adherence.OwnDeviation;
import dev.rollcall.adherence.acting.Matter;
import dev.rollcall.adherence.acting.OwnAction;
import dev.rollcall.adherence.ui.Times;
import dev.rollcall.audit.Actor;
import dev.rollcall.kit.Coalescer;
import dev.rollcall.kit.PushedText;
import dev.rollcall.kit.TickingDuration;
import dev.rollcall.people.AgentId;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.shared.TimeSpan;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `Schedule says Work since 12:30`, for how long, and the way back. Follows the board; gone by
/// itself when it is over, and for good when it was dismissed.
final class Nudge extends Div {

    private static final int TOAST_MILLIS = 5_000;
    private static final String DISMISSED = "adherence.nudge.dismissed";

    private final AgentId agent;
    private final Actor self;
    private final NudgeSources sources;

    private final Span said = new Span();
    private final TickingDuration out = new TickingDuration(null);
    private final Button back = new Button();
    private @Nullable OwnDeviation shown;
    private OwnAdherence.@Nullable Watch watch;
    private @Nullable Coalescer<String, String> changes;

    Nudge(AgentId agent, Actor self, NudgeSources sources) {
        this.agent = agent;
        this.self = self;
        this.sources = sources;
        addClassName("nudge");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", getTranslation("adherence.nudge"));
        // The words are announced, the duration beside them is not: it would never stop.
        said.getElement().setAttribute("role", "status");
        out.addClassName("nudge-out");
        back.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.SMALL);
        back.addClickListener(_ -> comeBack());
        var dismiss = new Button(getTranslation("adherence.nudge.dismiss"), _ -> dismiss());
        dismiss.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        var words = new Div(said, out);
        words.addClassName("nudge-words");
        add(words, back);
        sources.actions().forEach(action -> add(button(action)));
        add(dismiss);
        setVisible(false);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Coalescer<String, String> told = Coalescer.to(event.getUI(), _ -> look());
        changes = told;
        watch = sources.own().watch(() -> told.add("", ""));
        look();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (watch != null) {
            watch.close();
            watch = null;
        }
        if (changes != null) {
            changes.close();
            changes = null;
        }
        super.onDetach(event);
    }

    // ------------------------------------------------------------------ what is shown

    private void look() {
        var deviation =
                Optional.ofNullable(watch)
                        .flatMap(OwnAdherence.Watch::now)
                        .filter(_ -> sources.workforce().isOn())
                        .filter(_ -> sources.tracking().isTracked(agent))
                        .filter(each -> !each.equals(dismissed()))
                        .orElse(null);
        shown = deviation;
        setVisible(deviation != null);
        if (deviation == null) {
            return;
        }
        PushedText.set(said, words(deviation));
        out.setSince(deviation.since());
        var asked = sources.asked(deviation);
        back.setVisible(asked.isPresent());
        asked.ifPresent(state -> PushedText.set(back, way(state)));
    }

    private String words(OwnDeviation deviation) {
        var times = Times.at(sources.clock().instant(), sources.zone(agent), getLocale());
        var piece = deviation.scheduled();
        return piece == null
                ? getTranslation("adherence.nudge.nothing", times.of(deviation.since()))
                : getTranslation(
                        "adherence.nudge.says",
                        names().activity(piece.activity()),
                        times.of(piece.start()));
    }

    private String way(PresenceState state) {
        return state.equals(PresenceState.AVAILABLE)
                ? getTranslation("adherence.nudge.back")
                : getTranslation("adherence.nudge.start", names().presence(state.toString()));
    }

    private Names names() {
        return Names.of(this::getTranslation, sources.activities(), sources.reasons());
    }

    // ------------------------------------------------------------------ what is done

    private Button button(OwnAction action) {
        var button = new Button(getTranslation(action.labelNow()), _ -> begin(action));
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    private void begin(OwnAction action) {
        var deviation = shown;
        var now = sources.clock().instant();
        if (deviation != null && now.isAfter(deviation.since())) {
            action.begin(
                    new Matter(
                            Set.of(agent),
                            TimeSpan.of(deviation.since(), now),
                            true,
                            sources.zone(agent),
                            () -> {}));
        }
    }

    /// To what the plan asks for now: it may ask for something else than when the button was drawn.
    private void comeBack() {
        var deviation = shown;
        if (deviation == null) {
            return;
        }
        sources.asked(deviation)
                .flatMap(state -> sources.set(agent, state, self))
                .ifPresent(refused ->
                        Notification.show(
                                getTranslation(refused),
                                TOAST_MILLIS,
                                Notification.Position.BOTTOM_START));
    }

    /// In all windows of this sign-in, for as long as the same plan is not kept.
    private void dismiss() {
        var session = VaadinSession.getCurrent();
        if (session != null) {
            session.setAttribute(DISMISSED, shown);
        }
        look();
    }

    private static @Nullable Object dismissed() {
        var session = VaadinSession.getCurrent();
        return session == null ? null : session.getAttribute(DISMISSED);
    }
}
