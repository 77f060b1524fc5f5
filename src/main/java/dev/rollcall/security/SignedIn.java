package dev.rollcall.security;

import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;

/// Who a browser session belongs to: the number alone. Everything else is looked up when it is
/// asked for.
record SignedIn(UserId id) implements Principal, Serializable {

    @Serial private static final long serialVersionUID = 1L;

    @Override
    public String getName() {
        return Long.toString(id.value());
    }
}
