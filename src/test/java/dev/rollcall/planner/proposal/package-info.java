@NullMarked
package dev.rollcall.planner.proposal;

import org.jspecify.annotations.NullMarked;
