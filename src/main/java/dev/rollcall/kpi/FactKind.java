package dev.rollcall.kpi;

/// What a fact is about.
public enum FactKind {
    /// Money collected, or sent back, from a customer.
    PAYMENT,
    /// A service order raised for a customer.
    SERVICE,
    /// A complaint registered for a customer.
    COMPLAINT,
    /// A call handled.
    CALL,
    /// Something sold; counts for commission.
    SALE;

    /// Whether it says nothing without an amount.
    boolean needsAmount() {
        return this == PAYMENT || this == SALE;
    }
}
