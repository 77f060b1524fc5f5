/// The screens of requests: one's own, and those that wait for a decision.
@NullMarked
package dev.rollcall.requests.ui;

import org.jspecify.annotations.NullMarked;
