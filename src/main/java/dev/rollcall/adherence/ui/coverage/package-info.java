/// Coverage above the board: heads planned against heads present, as a line, a strip and a table.
@NullMarked
package dev.rollcall.adherence.ui.coverage;

import org.jspecify.annotations.NullMarked;
