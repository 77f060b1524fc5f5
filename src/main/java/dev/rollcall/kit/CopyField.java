package dev.rollcall.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;

/// A text to take along, with a button that copies it.
public final class CopyField extends Composite<Div> {

    private static final String COPY_ON_CLICK =
            """
            const [button, field, said, text] = [this, $0, $1, $2];
            button.onclick = async () => {
              try {
                await navigator.clipboard.writeText(field.value);
              } catch {
                // Pages that came without encryption may not use the clipboard the new way.
                field.inputElement.select();
                document.execCommand('copy');
              }
              said.textContent = '';
              requestAnimationFrame(() => { said.textContent = text; });
            };
            """;

    private final TextField text = new TextField();
    private final Button copy = new Button(VaadinIcon.COPY_O.create());
    private final Span said = new Span();

    public CopyField(String label, String value) {
        text.setLabel(label);
        text.setValue(value);
        text.setReadOnly(true);
        text.setAutoselect(true);
        text.setWidthFull();
        copy.setText(getTranslation("kit.copy"));
        said.addClassName("copy-field-said");
        said.getElement().setAttribute("role", "status");
        var row = new Div(text, copy);
        row.addClassName("copy-field-row");
        getContent().addClassName("copy-field");
        getContent().add(row, said);
    }

    public void setValue(String value) {
        text.setValue(value);
    }

    public String getValue() {
        return text.getValue();
    }

    /// Puts the focus on the button: the text is there to be copied.
    public void focus() {
        copy.focus();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        copy.getElement()
                .executeJs(
                        COPY_ON_CLICK,
                        text.getElement(),
                        said.getElement(),
                        getTranslation("kit.copied"));
    }
}
