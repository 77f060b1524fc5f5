package dev.rollcall.overrides.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.adherence.acting.Matter;
import dev.rollcall.deeds.UndoToast;
import dev.rollcall.kit.FormDialog;
import dev.rollcall.overrides.StatusOverride;
import dev.rollcall.overrides.StatusOverrides;
import dev.rollcall.presence.PresenceState;
import java.util.ArrayList;
import java.util.stream.Collectors;

/// What people are to be, from now on or when their work is done, and why.
final class StatusForm extends FormDialog {

    private static final int MILLIS = 10_000;

    private final OverrideSources sources;
    private final Matter matter;
    private final RadioButtonGroup<PresenceState> states = new RadioButtonGroup<>();
    private final Checkbox whenDone = new Checkbox();
    private final TextField why = new TextField();

    StatusForm(OverrideSources sources, Matter matter) {
        super(title(sources, matter));
        this.sources = sources;
        this.matter = matter;
        states.setLabel(getTranslation("overrides.field.status"));
        states.setItems(sources.overrides().offered());
        states.setItemLabelGenerator(this::said);
        states.addClassName("override-states");
        states.setRequiredIndicatorVisible(true);
        field("/status", states);
        long working = matter.people().stream().filter(sources.overrides()::isWorking).count();
        whenDone.setLabel(
                matter.people().size() == 1
                        ? getTranslation("overrides.field.whenDone")
                        : getTranslation("overrides.field.whenDoneOf", working));
        whenDone.setVisible(working > 0);
        why.setLabel(getTranslation("overrides.field.why"));
        why.setHelperText(getTranslation("overrides.field.whyHelp"));
        why.setMaxLength(StatusOverrides.LONGEST_REASON);
        why.setRequiredIndicatorVisible(true);
        why.setWidthFull();
        field("/why", why);
        ask(
                getTranslation("overrides.field.confirm"),
                new Paragraph(getTranslation("overrides.field.text")),
                states,
                whenDone,
                why);
    }

    private static String title(OverrideSources sources, Matter matter) {
        var ui = UI.getCurrentOrThrow();
        var people = matter.people();
        return people.size() == 1
                ? ui.getTranslation("overrides.to.one", sources.name(people.iterator().next()))
                : ui.getTranslation("overrides.to.many", people.size());
    }

    private String said(PresenceState state) {
        return state.equals(PresenceState.AWAY)
                ? getTranslation("overrides.clockOut")
                : sources.reasons().name(state, this::getTranslation);
    }

    @Override
    protected boolean isComplete() {
        boolean chosen = states.getValue() != null;
        if (!chosen) {
            reject("/status", getTranslation("overrides.problem.state"));
        }
        boolean told = !why.getValue().isBlank();
        if (!told) {
            reject("/why", getTranslation("overrides.problem.why"));
        }
        return chosen && told;
    }

    @Override
    protected void save() {
        var done =
                sources.overrides()
                        .change(
                                matter.people(),
                                states.getValue(),
                                whenDone.isVisible() && whenDone.getValue(),
                                why.getValue());
        matter.done().run();
        if (done.deed().isPresent()) {
            UndoToast.show(sources.deeds(), done.deed(), sentence(done), matter.done());
        }
        if (!done.refused().isEmpty()) {
            var names =
                    done.refused().keySet().stream()
                            .map(sources::name)
                            .sorted()
                            .collect(Collectors.joining(", "));
            Notification.show(
                    getTranslation("overrides.refused", names),
                    MILLIS,
                    Notification.Position.BOTTOM_START);
        }
    }

    private String sentence(StatusOverride done) {
        var said = said(done.state());
        var sentences = new ArrayList<String>();
        if (!done.now().isEmpty()) {
            sentences.add(
                    done.now().size() == 1
                            ? getTranslation(
                                    "overrides.done.one",
                                    sources.name(done.now().iterator().next()),
                                    said)
                            : getTranslation("overrides.done.many", done.now().size(), said));
        }
        if (!done.queued().isEmpty()) {
            sentences.add(
                    done.queued().size() == 1
                            ? getTranslation(
                                    "overrides.queued.one",
                                    sources.name(done.queued().iterator().next()),
                                    said)
                            : getTranslation("overrides.queued.many", done.queued().size(), said));
        }
        return String.join(" ", sentences);
    }
}
