package dev.rollcall.shell;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which language a window speaks, and how it writes dates and numbers: the first of the browser's
/// languages that Rollcall is translated into, with the browser's own region, so that `en-GB` reads
/// British dates although there is one English. The page says its language to screen readers.
@Component
class Languages implements VaadinServiceInitListener {

    private final I18NProvider translations;

    Languages(I18NProvider translations) {
        this.translations = translations;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addSessionInitListener(
                        started -> started.getSession().setLocale(ofBrowser(started.getRequest())));
        event.addIndexHtmlRequestListener(page ->
                page.getDocument()
                        .getElementsByTag("html")
                        .attr("lang", ofPage(page.getVaadinRequest()).toLanguageTag()));
    }

    /// The languages Rollcall speaks.
    List<Locale> spoken() {
        return translations.getProvidedLocales();
    }

    /// A language somebody chose, with their browser's region when it names one for it.
    Locale inRegion(Locale chosen, VaadinRequest request) {
        return asked(request).stream()
                .filter(asked -> speakSame(asked, chosen))
                .findFirst()
                .orElse(chosen);
    }

    static boolean speakSame(Locale one, Locale other) {
        return one.getLanguage().equals(other.getLanguage());
    }

    private Locale ofBrowser(VaadinRequest request) {
        return asked(request).stream()
                .filter(asked -> spoken().stream().anyMatch(known -> speakSame(asked, known)))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private Locale ofPage(VaadinRequest request) {
        @Nullable VaadinSession session = VaadinSession.getCurrent();
        return session == null ? ofBrowser(request) : session.getLocale();
    }

    private static List<Locale> asked(VaadinRequest request) {
        return Collections.list(request.getLocales());
    }
}
