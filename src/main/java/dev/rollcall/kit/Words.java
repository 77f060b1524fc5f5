package dev.rollcall.kit;

/// Looks up what people read, in the viewer's language. A component hands over
/// `this::getTranslation`; a test reads the same file without a page.
@FunctionalInterface
public interface Words {

    /// @param key in the translations
    /// @param arguments what fills the text's places
    String get(String key, Object... arguments);
}
