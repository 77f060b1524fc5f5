package dev.rollcall.performance;

import java.time.Month;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// How performance is measured in a unit; null: as in the unit above it.
///
/// @param yearBegins the month in which financial years begin
/// @param currency in which payments are shown first and goals are set
/// @param milestones whether people see milestones and badges on their own pages
public record Measures(
        @Nullable Month yearBegins, @Nullable Currency currency, @Nullable Boolean milestones) {

    public static final Measures INHERITED = new Measures(null, null, null);

    Measures orElse(Measures above) {
        return new Measures(
                yearBegins == null ? above.yearBegins : yearBegins,
                currency == null ? above.currency : currency,
                milestones == null ? above.milestones : milestones);
    }
}
