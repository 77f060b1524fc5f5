package dev.rollcall.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.JavaScriptBootstrapHandler;
import com.vaadin.flow.shared.ApplicationConstants;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Answers a page's first question with all there is on it. The framework would answer with an
/// empty page, and have the browser ask again for what to fill it with when everything else is
/// there; so it is made while the browser reads its scripts.
@Component
final class PageAtOnce implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        // Asked before the framework's own.
        event.addRequestHandler(new Answers());
    }

    private static final class Answers extends JavaScriptBootstrapHandler {

        private static final long serialVersionUID = 1L;
        private static final String QUERY = "query";

        @Override
        protected void initializeUIWithRouter(BootstrapContext context, UI ui) {
            var request = context.getRequest();
            var path = request.getParameter(ApplicationConstants.REQUEST_LOCATION_PARAMETER);
            var query = Objects.requireNonNullElse(request.getParameter(QUERY), "");
            if (path != null) {
                ui.getInternals()
                        .getRouter()
                        .initializeUI(ui, new Location(path, QueryParameters.fromString(query)));
            }
        }
    }
}
