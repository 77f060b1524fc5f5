/// What other modules contribute to the screens of adherence: things to do about people, and what
/// stands beside somebody's day. Adherence knows none of them.
@NamedInterface("acting")
@NullMarked
package dev.rollcall.adherence.acting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
