/// Screens of demand: what comes, what is expected, and the heads that follow.
@NullMarked
package dev.rollcall.demand.ui;

import org.jspecify.annotations.NullMarked;
