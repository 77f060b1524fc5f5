@NullMarked
package dev.rollcall.adherence.ui.board;

import org.jspecify.annotations.NullMarked;
