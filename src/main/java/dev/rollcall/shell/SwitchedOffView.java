package dev.rollcall.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import dev.rollcall.schedule.WorkforceManagementOff;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/// The page belongs to workforce management, and that is switched off: who can switch it on.
@ParentLayout(MainLayout.class)
@PermitAll
final class SwitchedOffView extends Trouble implements HasErrorParameter<WorkforceManagementOff> {

    private final Access access;

    SwitchedOffView(Access access) {
        this.access = access;
    }

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<WorkforceManagementOff> parameter) {
        tell("shell.trouble.off");
        if (access.currentViewer()
                .filter(viewer -> viewer.scope(Permission.SETTINGS_ADMIN).everybody())
                .isPresent()) {
            add(new Anchor("settings/workforce", getTranslation("shell.trouble.off.switch")));
        }
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
