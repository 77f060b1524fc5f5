package dev.rollcall.work;

import org.jspecify.annotations.Nullable;

/// Work that arrives, as its source describes it; checked when it is taken in.
///
/// @param reference what the source calls it; the same one again is the same item
/// @param channel TICKET, CHAT or CALL
/// @param group the code of the group that is to handle it
/// @param customer how the source refers to the customer
/// @param priority the name of a [Priority]; null: NORMAL
public record NewWorkItem(
        @Nullable String reference,
        @Nullable String channel,
        @Nullable String group,
        @Nullable String subject,
        @Nullable String customer,
        @Nullable String priority) {}
