package dev.rollcall.security.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import dev.rollcall.kit.CopyField;
import dev.rollcall.kit.Days;
import dev.rollcall.security.IssuedLink;
import java.net.URI;
import java.net.URL;

/// Shows the link behind which somebody chooses their password, this once.
final class LinkDialog extends Dialog {

    private final IssuedLink link;
    private final CopyField address;

    LinkDialog(IssuedLink link) {
        this.link = link;
        addClassName("link-dialog");
        setHeaderTitle(getTranslation("security.link.title", link.user().name()));
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        address = new CopyField(getTranslation("security.link.address"), link.address());
        var until = Days.withTime(link.until(), getLocale());
        var first = new Paragraph(getTranslation("security.link.what", link.user().name()));
        var second =
                new Paragraph(
                        getTranslation(
                                link.user().hasPassword()
                                        ? "security.link.onceMore"
                                        : "security.link.once",
                                until));
        add(first, address, second);
        var done = new Button(getTranslation("security.link.done"), _ -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(done);
        setWidth("min(38rem, 95vw)");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        address.focus();
        if (isLocal(URI.create(link.address()))) {
            event.getUI().getPage().fetchCurrentURL(here -> address.setValue(seenFrom(here)));
        }
    }

    /// Nobody said where people reach Rollcall: then they do where this page is seen.
    private String seenFrom(URL here) {
        var local = URI.create(link.address());
        return "%s://%s%s?%s"
                .formatted(
                        here.getProtocol(),
                        here.getAuthority(),
                        local.getRawPath(),
                        local.getRawQuery());
    }

    private static boolean isLocal(URI address) {
        return "localhost".equals(address.getHost());
    }
}
