package dev.rollcall.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/// The page is there, but not for this person.
@ParentLayout(MainLayout.class)
@PermitAll
final class ForbiddenView extends Trouble implements HasErrorParameter<AccessDeniedException> {

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        tell("shell.trouble.forbidden");
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
