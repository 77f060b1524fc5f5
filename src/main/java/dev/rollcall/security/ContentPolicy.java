package dev.rollcall.security;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.springframework.stereotype.Component;

/// What a page may load and run. Scripts come from here or carry the number drawn for this one
/// page, so that a script that was smuggled in does not run. `unsafe-eval` stays: the client of
/// Vaadin makes functions from what the server sends. Styles may stand inline: components write
/// them.
@Component
class ContentPolicy implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    private static final String REST =
            " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:;"
                    + " connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'self';"
                    + " form-action 'self'; frame-ancestors 'none'";

    /// For everything that is not the page of a screen.
    static final String WITHOUT_SCRIPTS = "default-src 'self'; script-src 'self';" + REST;

    private final transient RandomText random;

    ContentPolicy(RandomText random) {
        this.random = random;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::allowOwnScripts);
    }

    private void allowOwnScripts(IndexHtmlResponse page) {
        var number = random.secret();
        page.getDocument().getElementsByTag("script").attr("nonce", number);
        page.getVaadinResponse()
                .setHeader(
                        "Content-Security-Policy",
                        "default-src 'self'; script-src 'self' 'nonce-%s' 'unsafe-eval';"
                                        .formatted(number)
                                + REST);
    }
}
