package dev.rollcall.adherence.ui;

import dev.rollcall.adherence.Names;
import dev.rollcall.kit.Words;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The shipped words without a page, formatted as pages do it.
final class EnglishWords implements Words {

    private final ResourceBundle bundle =
            ResourceBundle.getBundle(
                    "vaadin-i18n/translations",
                    Locale.ROOT,
                    ResourceBundle.Control.getNoFallbackControl(
                            ResourceBundle.Control.FORMAT_PROPERTIES));

    @Override
    public String get(String key, Object... arguments) {
        var text = bundle.getString(key);
        return arguments.length == 0
                ? text
                : new MessageFormat(text, Locale.ENGLISH).format(arguments);
    }

    /// Activities and presences by the words an English page has for them.
    static Names names() {
        var words = new EnglishWords();
        return new Names() {
            @Override
            public String activity(String code) {
                return code.charAt(0)
                        + code.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
            }

            @Override
            public String presence(String presence) {
                int slash = presence.indexOf('/');
                return slash < 0
                        ? words.get("presence.state." + presence)
                        : words.get("presence.reason." + presence.substring(slash + 1));
            }
        };
    }
}
