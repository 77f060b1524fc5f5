/// What the rows of the board say together: whether enough people are where the plan wants them,
/// and who might not be at their work although nothing tells so. Pure functions over rows.
@NullMarked
package dev.rollcall.adherence.floor;

import org.jspecify.annotations.NullMarked;
