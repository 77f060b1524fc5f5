package dev.rollcall.kit;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinService;
import java.util.Locale;

/// Words that need no page: for files, which are written in a request of their own, or while their
/// reader is elsewhere. A component asked there answers in the first language there is, whatever
/// its page speaks.
public final class WordsElsewhere {

    private WordsElsewhere() {}

    /// To be made where a page is at hand, and used anywhere.
    ///
    /// @param locale of whoever reads
    public static Words in(Locale locale) {
        I18NProvider provider = VaadinService.getCurrent().getInstantiator().getI18NProvider();
        return (key, arguments) -> provider.getTranslation(key, locale, arguments);
    }
}
