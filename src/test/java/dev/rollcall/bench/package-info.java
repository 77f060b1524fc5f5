/// How quick the product is, beside what is possible: `./mvnw -Pbench verify`. No benchmark fails
/// for being slow, each does for a wrong result; the figures lie in `target/bench`, and those worth
/// keeping in `docs/benchmarks.md`.
@NullMarked
package dev.rollcall.bench;

import org.jspecify.annotations.NullMarked;
