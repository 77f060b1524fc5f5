package dev.rollcall.excuses;

import dev.rollcall.adherence.Excusal;
import dev.rollcall.kit.Words;
import org.jspecify.annotations.Nullable;

/// Why people are excused, as it is offered.
///
/// @param code never changes
/// @param nameKey the message key of its name as shipped; null where people here made it
/// @param ownName what people here call it instead; null: as shipped
/// @param position where it stands in lists
/// @param noteRequired whether it says too little without a note
/// @param retired no longer offered, and still what excuses behind us say
/// @param version counts the changes; guards against overwriting another's edit
public record ExcuseReason(
        String code,
        @Nullable String nameKey,
        @Nullable String ownName,
        int position,
        boolean noteRequired,
        boolean retired,
        long version)
        implements Excusal.Reason {

    @Override
    public String name(Words words) {
        if (ownName != null) {
            return ownName;
        }
        return nameKey == null ? code : words.get(nameKey);
    }
}
