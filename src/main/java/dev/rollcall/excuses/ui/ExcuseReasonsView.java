package dev.rollcall.excuses.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.rollcall.excuses.ExcuseReason;
import dev.rollcall.excuses.ExcuseReasons;
import dev.rollcall.kit.SettledItem;
import dev.rollcall.schedule.PartOfWorkforceManagement;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import org.jspecify.annotations.Nullable;

/// Why people are excused, for whoever settles that: add, rename, retire.
@PartOfWorkforceManagement
@Route("settings/excuse-reasons")
@Menu(title = "excuses.reasons.title", order = 76, icon = "vaadin:lines-list")
@Requires(Permission.SETTINGS_ADMIN)
final class ExcuseReasonsView extends Div implements HasDynamicTitle {

    private static final int MILLIS = 5_000;

    private final ExcuseReasons reasons;
    private final UnorderedList list = new UnorderedList();

    ExcuseReasonsView(ExcuseReasons reasons) {
        this.reasons = reasons;
        addClassName("deeds-view");
        var add = new Button(getTranslation("excuses.reasons.add"), _ -> open(null));
        list.addClassName("deeds");
        add(
                new H1(getTranslation("excuses.reasons.title")),
                new Paragraph(getTranslation("excuses.reasons.what")),
                new Div(add),
                list);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("excuses.reasons.title") + " – Rollcall";
    }

    private void show() {
        list.removeAll();
        reasons.all().forEach(reason -> list.add(item(reason)));
    }

    private SettledItem item(ExcuseReason reason) {
        return new SettledItem("excuses.reasons", reason.name(this::getTranslation), more(reason))
                .changeable(() -> open(reason));
    }

    private String more(ExcuseReason reason) {
        var retired =
                getTranslation(
                        reason.retired() ? "excuses.reasons.retired" : "excuses.reasons.offered");
        return reason.noteRequired()
                ? retired + ", " + getTranslation("excuses.reasons.withNote")
                : retired;
    }

    private void open(@Nullable ExcuseReason known) {
        new ReasonForm(known).open();
    }

    /// A reason, a new one or a known one.
    private final class ReasonForm extends ExcuseForm {

        private final @Nullable ExcuseReason known;
        private final TextField code = new TextField();
        private final TextField name = new TextField();
        private final Checkbox note = new Checkbox();
        private final Checkbox offered = new Checkbox();

        ReasonForm(@Nullable ExcuseReason known) {
            super(
                    known == null
                            ? ExcuseReasonsView.this.getTranslation("excuses.reasons.add")
                            : known.name(ExcuseReasonsView.this::getTranslation));
            this.known = known;
            code.setLabel(getTranslation("excuses.reasons.code"));
            code.setHelperText(getTranslation("excuses.reasons.codeHelp"));
            code.setEnabled(known == null);
            name.setLabel(getTranslation("excuses.reasons.name"));
            name.setMaxLength(ExcuseReasons.LONGEST_NAME);
            note.setLabel(getTranslation("excuses.reasons.needsNote"));
            offered.setLabel(getTranslation("excuses.reasons.offer"));
            offered.setValue(known == null || !known.retired());
            if (known != null) {
                code.setValue(known.code());
                name.setValue(known.name(this::getTranslation));
                note.setValue(known.noteRequired());
            }
            field("/code", code);
            field("/name", name);
            ask(getTranslation("excuses.reasons.save"), code, name, note, offered);
        }

        @Override
        protected boolean isComplete() {
            return true;
        }

        @Override
        protected void save() {
            var typed = name.getValue().strip();
            boolean asShipped =
                    known != null
                            && known.nameKey() != null
                            && typed.equals(getTranslation(known.nameKey()));
            var saved =
                    reasons.save(
                            code.getValue().strip(),
                            asShipped ? null : typed,
                            note.getValue(),
                            !offered.getValue(),
                            known == null ? 0 : known.version());
            Notification.show(
                    getTranslation("excuses.reasons.saved", saved.name(this::getTranslation)),
                    MILLIS,
                    Notification.Position.BOTTOM_START);
            ExcuseReasonsView.this.show();
        }
    }
}
