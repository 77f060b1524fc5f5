package dev.rollcall.messages;

import dev.rollcall.kit.Words;
import org.jspecify.annotations.Nullable;

/// What supervisors say often.
///
/// @param code never changes
/// @param textKey the message key of its text as shipped; null where people here wrote it
/// @param ownText what people here say instead; null: as shipped
/// @param position where it stands in lists
/// @param retired no longer offered
/// @param version counts the changes; guards against overwriting another's edit
public record MessageTemplate(
        String code,
        @Nullable String textKey,
        @Nullable String ownText,
        int position,
        boolean retired,
        long version) {

    /// What it says, in the language of whoever sends it.
    public String text(Words words) {
        if (ownText != null) {
            return ownText;
        }
        return textKey == null ? code : words.get(textKey);
    }
}
