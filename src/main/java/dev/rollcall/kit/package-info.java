/// Components for screens, without a domain: pills, timelines, ticking durations, the push
/// coalescer.
@NullMarked
package dev.rollcall.kit;

import org.jspecify.annotations.NullMarked;
