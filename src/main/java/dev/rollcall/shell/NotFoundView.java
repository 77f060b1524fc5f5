package dev.rollcall.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/// There is no such page, or none for whoever asks.
@ParentLayout(MainLayout.class)
@PermitAll
final class NotFoundView extends Trouble implements HasErrorParameter<NotFoundException> {

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        tell("shell.trouble.notFound");
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
