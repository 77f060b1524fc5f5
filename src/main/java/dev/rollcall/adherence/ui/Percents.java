package dev.rollcall.adherence.ui;

import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.shared.Percent;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;

/// Writes percentages as screens show them: one decimal, and a dash where there is none.
public record Percents(Locale locale) {

    public static final String NONE = "–";

    public String of(Tally tally) {
        return of(tally.percent());
    }

    public String of(Optional<Percent> percent) {
        return percent.map(p -> of(p.rounded(1), 1)).orElse(NONE);
    }

    /// @param percent rounded to what is shown
    /// @param decimals how many are always written
    public String of(BigDecimal percent, int decimals) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(Math.max(decimals, 2));
        // A narrow space keeps number and sign together.
        return format.format(percent) + "\u202f%";
    }
}
