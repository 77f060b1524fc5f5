package dev.rollcall.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Something broke. The person gets a number, the log gets the reason beside the same number.
@ParentLayout(MainLayout.class)
@PermitAll
final class BrokenView extends Trouble implements HasErrorParameter<Exception> {

    private static final Logger LOG = LoggerFactory.getLogger(BrokenView.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        var number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("A page broke, number {}", number, parameter.getException());
        tell("shell.trouble.broken", number);
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
