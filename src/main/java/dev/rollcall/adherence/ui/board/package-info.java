/// The live board: its rows, order, filters and address, and the view that shows one person beside
/// it.
@NullMarked
package dev.rollcall.adherence.ui.board;

import org.jspecify.annotations.NullMarked;
