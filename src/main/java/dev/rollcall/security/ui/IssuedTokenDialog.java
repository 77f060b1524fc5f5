package dev.rollcall.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import dev.rollcall.kit.CopyField;
import dev.rollcall.security.IssuedToken;

/// Shows a new token's text, this once.
final class IssuedTokenDialog extends Dialog {

    IssuedTokenDialog(IssuedToken token) {
        setHeaderTitle(getTranslation("security.tokens.issued", token.token().name()));
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        var text = new CopyField(getTranslation("security.tokens.text"), token.text());
        add(new Paragraph(getTranslation("security.tokens.once")), text);
        var done = new Button(getTranslation("security.tokens.done"), _ -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(done);
        setWidth("min(40rem, 95vw)");
    }
}
