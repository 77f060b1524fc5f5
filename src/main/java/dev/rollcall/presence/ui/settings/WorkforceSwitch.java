package dev.rollcall.presence.ui.settings;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import dev.rollcall.kit.Refusals;
import dev.rollcall.schedule.WorkforceManagement;
import dev.rollcall.shared.EditConflict;

/// The one switch, with what it turns on beside it. It holds at once; to switch off is asked back.
final class WorkforceSwitch extends Div {

    private static final int CONFIRMATION_MILLIS = 4000;

    private final WorkforceManagement workforce;
    private final Checkbox on = new Checkbox();
    private final Paragraph undecided = new Paragraph();
    private long version;

    WorkforceSwitch(WorkforceManagement workforce) {
        this.workforce = workforce;
        addClassNames("settings-section", "workforce-switch");
        on.setLabel(say("label"));
        on.setHelperText(say("what"));
        on.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                choose(event.getValue());
            }
        });
        undecided.setText(say("undecided"));
        undecided.addClassName("record-note");
        add(new H2(say("title")), on, undecided);
        show();
    }

    private String say(String key, Object... values) {
        return getTranslation("presence.settings.switch." + key, values);
    }

    private void show() {
        var standing = workforce.standing();
        version = standing.version();
        on.setValue(standing.isOn());
        undecided.setVisible(standing.decided() == null && !standing.isOn());
    }

    private void choose(boolean wanted) {
        if (wanted) {
            switchTo(true);
            return;
        }
        var ask = new ConfirmDialog();
        ask.setHeader(say("off.title"));
        ask.setText(say("off.text"));
        ask.setConfirmText(say("off.confirm"));
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("kit.form.cancel"));
        ask.addConfirmListener(_ -> switchTo(false));
        ask.addCancelListener(_ -> show());
        ask.open();
    }

    private void switchTo(boolean wanted) {
        try {
            workforce.switchTo(wanted, version);
            tell(say(wanted ? "isOn" : "isOff"));
        } catch (EditConflict e) {
            tell(
                    e.changedBy()
                            .map(name -> getTranslation("presence.settings.conflictBy", name))
                            .orElseGet(() -> getTranslation("presence.settings.conflict")));
        } catch (RuntimeException e) {
            tell(Refusals.ofForm(this::getTranslation).say(e));
        }
        show();
    }

    private static void tell(String text) {
        Notification.show(text, CONFIRMATION_MILLIS, Notification.Position.BOTTOM_START);
    }
}
