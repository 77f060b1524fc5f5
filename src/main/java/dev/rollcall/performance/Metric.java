package dev.rollcall.performance;

import dev.rollcall.kpi.DayTally;
import dev.rollcall.kpi.FactKind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/// What a card of the page is about.
public enum Metric {
    /// Money collected from customers, in its currency.
    PAYMENTS_COLLECTED(FactKind.PAYMENT, true, true),
    /// Service orders raised.
    SERVICES_RAISED(FactKind.SERVICE, false, true),
    /// Complaints registered: how many come is not the person's doing, so more is neither good nor
    /// bad.
    COMPLAINTS_REGISTERED(FactKind.COMPLAINT, false, false),
    /// Calls handled: as with complaints.
    TOTAL_CALLS(FactKind.CALL, false, false);

    private final FactKind kind;
    private final boolean money;
    private final boolean moreIsBetter;

    Metric(FactKind kind, boolean money, boolean moreIsBetter) {
        this.kind = kind;
        this.money = money;
        this.moreIsBetter = moreIsBetter;
    }

    public FactKind kind() {
        return kind;
    }

    public boolean isMoney() {
        return money;
    }

    /// Whether a rise is good news; otherwise it is no news of that sort.
    public boolean moreIsBetter() {
        return moreIsBetter;
    }

    /// What facts of its kind come to: their amount, or how many they are.
    public BigDecimal of(DayTally day) {
        return money ? day.tally().amount() : BigDecimal.valueOf(day.tally().facts());
    }

    /// As it stands in addresses: `payments`.
    public String token() {
        return switch (this) {
            case PAYMENTS_COLLECTED -> "payments";
            case SERVICES_RAISED -> "services";
            case COMPLAINTS_REGISTERED -> "complaints";
            case TOTAL_CALLS -> "calls";
        };
    }

    public static Optional<Metric> ofToken(String token) {
        return Arrays.stream(values()).filter(each -> each.token().equals(token)).findFirst();
    }
}
