package dev.rollcall.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The permissions, of which one is enough, that a caller of a service needs. Checked around the
/// call; a method's own annotation replaces the one on its class. Without a signed-in caller every
/// guarded call is refused.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Requires {
    Permission[] value();
}
