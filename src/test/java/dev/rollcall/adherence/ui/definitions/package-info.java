@NullMarked
package dev.rollcall.adherence.ui.definitions;

import org.jspecify.annotations.NullMarked;
