package dev.rollcall.coaching.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rollcall.adherence.acting.Matter;
import dev.rollcall.adherence.acting.PeopleAction;
import dev.rollcall.kit.FormDialog;
import dev.rollcall.messages.QuickMessages;
import dev.rollcall.security.Permission;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Gives a tip in the moment, from the board.
@Component
@Order(150)
class TipAction implements PeopleAction {

    private final CoachingSources sources;

    TipAction(CoachingSources sources) {
        this.sources = sources;
    }

    @Override
    public String code() {
        return "tip";
    }

    @Override
    public String key() {
        return "h";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.ACADEMY_CAP;
    }

    @Override
    public String label() {
        return "coaching.tip.action";
    }

    @Override
    public String help() {
        return "coaching.tip.help";
    }

    /// It goes out as a message, so that whoever gives it has to be one who may send any.
    @Override
    public boolean isOffered() {
        return sources.mayCoach() && sources.access().viewer().may(Permission.ADHERENCE_WRITE);
    }

    @Override
    public void begin(Matter matter) {
        new TipDialog(sources, matter).open();
    }

    private static final class TipDialog extends FormDialog {

        private final CoachingSources sources;
        private final Matter matter;
        private final TextArea text = new TextArea();

        TipDialog(CoachingSources sources, Matter matter) {
            super(title(sources, matter));
            this.sources = sources;
            this.matter = matter;
            text.setLabel(getTranslation("coaching.tip.text"));
            text.setHelperText(getTranslation("coaching.tip.what"));
            text.setMaxLength(QuickMessages.LONGEST_TEXT);
            text.setValueChangeMode(ValueChangeMode.EAGER);
            text.setWidthFull();
            text.setMinRows(3);
            text.setAutofocus(true);
            field("/text", text);
            ask(getTranslation("coaching.tip.give"), text);
        }

        private static String title(CoachingSources sources, Matter matter) {
            var ui = UI.getCurrentOrThrow();
            return matter.people().size() == 1
                    ? ui.getTranslation(
                            "coaching.tip.to", sources.name(matter.people().iterator().next()))
                    : ui.getTranslation("coaching.tip.toMany", matter.people().size());
        }

        @Override
        protected boolean isComplete() {
            return true;
        }

        @Override
        protected void save() {
            sources.coaching().tip(matter.people(), text.getValue());
            matter.done().run();
            Toast.say(getTranslation("coaching.tip.given"));
        }
    }
}
