package dev.rollcall.review.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.rollcall.review.Period;
import dev.rollcall.shared.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// Where a pack is found: `reviews/kim?from=2026-10-01&to=2026-10-31`.
final class PackAddress {

    private PackAddress() {}

    static String of(String agent, Period period) {
        return "reviews/" + agent + "?from=" + period.from() + "&to=" + period.to();
    }

    /// The days asked for; empty when they cannot be read or answered.
    static Optional<Period> period(QueryParameters query) {
        try {
            var from = query.getSingleParameter("from").map(LocalDate::parse);
            var to = query.getSingleParameter("to").map(LocalDate::parse);
            return from.isPresent() && to.isPresent()
                    ? Optional.of(new Period(from.get(), to.get()))
                    : Optional.empty();
        } catch (DateTimeException | InvalidInput e) {
            return Optional.empty();
        }
    }
}
