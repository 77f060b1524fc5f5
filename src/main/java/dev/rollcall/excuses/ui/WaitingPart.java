package dev.rollcall.excuses.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.adherence.acting.BoardPart;
import dev.rollcall.kit.PushedText;
import dev.rollcall.security.Permission;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// In the head of the board: how many explanations wait, and the way to excuse everybody something
/// happened to.
@org.springframework.stereotype.Component
class WaitingPart implements BoardPart {

    private final ExcuseSources sources;
    private final ExcusePulse pulse;

    WaitingPart(ExcuseSources sources, ExcusePulse pulse) {
        this.sources = sources;
        this.pulse = pulse;
    }

    @Override
    public Optional<Component> create() {
        return sources.mayAct() ? Optional.of(new Head(sources, pulse)) : Optional.empty();
    }

    private static final class Head extends Div {

        private final ExcuseSources sources;
        private final ExcusePulse pulse;
        private final Anchor waiting = new Anchor("excuses", "");
        private @Nullable Registration following;

        Head(ExcuseSources sources, ExcusePulse pulse) {
            this.sources = sources;
            this.pulse = pulse;
            addClassName("excuse-head");
            waiting.getElement().setAttribute("router-link", true);
            waiting.addClassName("excuse-badge");
            var incident =
                    new Button(
                            getTranslation("excuses.incident.label"),
                            VaadinIcon.FLAG_O.create(),
                            _ -> declare());
            incident.addThemeVariants(ButtonVariant.SMALL);
            add(waiting, incident);
        }

        private void declare() {
            new IncidentDialog(
                            sources,
                            new ExcuseWords(
                                    this::getTranslation,
                                    getLocale(),
                                    sources.reasons().all(),
                                    sources.directory()),
                            sources.zone(),
                            () -> {})
                    .open();
        }

        @Override
        protected void onAttach(AttachEvent event) {
            show(count());
            following = pulse.follow(event.getUI(), this::count, this::show);
        }

        @Override
        protected void onDetach(DetachEvent event) {
            if (following != null) {
                following.remove();
                following = null;
            }
        }

        private int count() {
            return sources.explanations()
                    .waiting(sources.access().scope(Permission.ADHERENCE_WRITE));
        }

        private void show(int count) {
            waiting.setVisible(count > 0);
            PushedText.set(waiting, getTranslation("excuses.waiting", count));
        }
    }
}
