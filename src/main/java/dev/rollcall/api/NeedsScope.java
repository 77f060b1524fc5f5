package dev.rollcall.api;

import dev.rollcall.security.TokenScope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The scopes of which a token needs one to use an address; none: any valid token. Finer than the
/// permissions behind the services, which check for themselves: a feed of calls may not set
/// statuses. An address without this annotation is shut.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface NeedsScope {
    TokenScope[] value();
}
