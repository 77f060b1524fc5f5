package dev.rollcall.messages.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.rollcall.kit.FormDialog;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kit.SettledItem;
import dev.rollcall.messages.MessageTemplate;
import dev.rollcall.messages.MessageTemplates;
import dev.rollcall.messages.QuickMessages;
import dev.rollcall.schedule.PartOfWorkforceManagement;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import org.jspecify.annotations.Nullable;

/// What supervisors say often, for whoever settles that: add, say otherwise, order, retire.
@PartOfWorkforceManagement
@Route("settings/message-templates")
@Menu(title = "messages.templates.title", order = 76.5, icon = "vaadin:comment-o")
@Requires(Permission.SETTINGS_ADMIN)
final class MessageTemplatesView extends Div implements HasDynamicTitle {

    private static final int MILLIS = 5_000;

    private final MessageTemplates templates;
    private final OrderedList list = new OrderedList();

    MessageTemplatesView(MessageTemplates templates) {
        this.templates = templates;
        addClassName("deeds-view");
        var add = new Button(getTranslation("messages.templates.add"), _ -> open(null));
        list.addClassName("deeds");
        add(
                new H1(getTranslation("messages.templates.title")),
                new Paragraph(getTranslation("messages.templates.what")),
                new Div(add),
                list);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("messages.templates.title") + " – Rollcall";
    }

    private void show() {
        list.removeAll();
        var all = templates.all();
        for (int i = 0; i < all.size(); i++) {
            list.add(item(all.get(i), i, all.size()));
        }
    }

    private SettledItem item(MessageTemplate template, int place, int all) {
        return new SettledItem(
                        "messages.templates",
                        template.text(this::getTranslation),
                        getTranslation(
                                template.retired()
                                        ? "messages.templates.retired"
                                        : "messages.templates.offered"))
                .movable(place, all, by -> move(template, by))
                .changeable(() -> open(template));
    }

    private void move(MessageTemplate template, int by) {
        var codes = templates.all().stream().map(MessageTemplate::code).toList();
        try {
            SettledItem.moved(codes, template.code(), by).ifPresent(templates::order);
        } catch (RuntimeException e) {
            tell(Refusals.ofDeed(this::getTranslation).say(e));
        }
        show();
    }

    private void open(@Nullable MessageTemplate known) {
        new TemplateForm(known).open();
    }

    private static void tell(String sentence) {
        Notification.show(sentence, MILLIS, Notification.Position.BOTTOM_START);
    }

    /// A template, a new one or a known one.
    private final class TemplateForm extends FormDialog {

        private final @Nullable MessageTemplate known;
        private final TextField code = new TextField();
        private final TextArea text = new TextArea();
        private final Checkbox offered = new Checkbox();

        TemplateForm(@Nullable MessageTemplate known) {
            super(
                    MessageTemplatesView.this.getTranslation(
                            known == null
                                    ? "messages.templates.add"
                                    : "messages.templates.change"));
            this.known = known;
            code.setLabel(getTranslation("messages.templates.code"));
            code.setHelperText(getTranslation("messages.templates.codeHelp"));
            code.setEnabled(known == null);
            text.setLabel(getTranslation("messages.templates.text"));
            text.setMaxLength(QuickMessages.LONGEST_TEXT);
            text.setWidthFull();
            offered.setLabel(getTranslation("messages.templates.offer"));
            offered.setValue(known == null || !known.retired());
            if (known != null) {
                code.setValue(known.code());
                text.setValue(known.text(this::getTranslation));
            }
            field("/code", code);
            field("/text", text);
            ask(getTranslation("messages.templates.save"), code, text, offered);
        }

        @Override
        protected boolean isComplete() {
            return true;
        }

        @Override
        protected void save() {
            var typed = text.getValue().strip();
            boolean asShipped =
                    known != null
                            && known.textKey() != null
                            && typed.equals(getTranslation(known.textKey()));
            templates.save(
                    code.getValue().strip(),
                    asShipped ? null : typed,
                    !offered.getValue(),
                    known == null ? 0 : known.version());
            tell(getTranslation("messages.templates.saved"));
            MessageTemplatesView.this.show();
        }
    }
}
