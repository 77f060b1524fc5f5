package dev.rollcall.notifications;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.kit.Reader;

/// One kind of message a feature tells people. A bean of this type is enough; the inbox knows no
/// feature.
///
/// What happened is kept as facts, and worded when somebody reads it: in their language, their zone
/// and their way of writing dates.
///
/// @param <D> the facts: a record of texts, numbers, instants, dates and durations, or lists of
///   such records. It is kept as JSON for as long as messages are, so a component that is added
///   later must be nullable.
public interface NoticeKind<D extends Record> {

    /// Never changes: kept messages name it. Small letters, digits, dots and hyphens, for example
    /// `time-off.decided`.
    String code();

    Class<D> facts();

    /// What the reader reads. Asked while their page waits: from the facts and from memory, never
    /// from the database.
    Wording word(D facts, Reader reader);

    /// Where it leads: an address of this product without the leading slash, for example
    /// `calendar?date=2026-11-24`.
    String address(D facts);

    /// The picture beside it.
    VaadinIcon icon();
}
