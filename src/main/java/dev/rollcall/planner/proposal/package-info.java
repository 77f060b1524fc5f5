/// Proposes who works when in a week that is still to be planned: a table of rules, and a search
/// for the week that breaks the fewest of them.
@NullMarked
package dev.rollcall.planner.proposal;

import org.jspecify.annotations.NullMarked;
