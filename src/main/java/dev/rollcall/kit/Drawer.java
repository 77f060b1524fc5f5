package dev.rollcall.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/// What opens beside the list: a title with a way out, a body that scrolls, a foot that stays.
public class Drawer extends Section {

    private final H2 title = new H2();
    private final Span second = new Span();
    private final Div body = new Div();
    private final Footer foot = new Footer();

    public Drawer(Runnable onClose) {
        addClassName("drawer");
        second.addClassName("board-second");
        title.getElement().setAttribute("tabindex", "-1");
        var lines = new Div(second, title);
        lines.addClassName("drawer-title");
        var close = new Button(VaadinIcon.CLOSE_SMALL.create(), _ -> onClose.run());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(getTranslation("kit.form.close"));
        close.setTooltipText(getTranslation("kit.form.close"));
        var head = new Div(lines, close);
        head.addClassName("drawer-head");
        body.addClassName("drawer-body");
        foot.addClassName("drawer-foot");
        foot.setVisible(false);
        super.add(head, body, foot);
    }

    /// @param above a word on what it is, empty for none
    public final void setTitle(String text, String above) {
        title.setText(text);
        second.setText(above);
        second.setVisible(!above.isEmpty());
        getElement().setAttribute("aria-label", text);
    }

    public final String title() {
        return title.getText();
    }

    @Override
    public final void add(Component... components) {
        body.add(components);
    }

    public final void addFoot(Component component) {
        foot.add(component);
        foot.setVisible(true);
    }

    public final void focusTitle() {
        title.getElement().callJsFunction("focus");
    }
}
