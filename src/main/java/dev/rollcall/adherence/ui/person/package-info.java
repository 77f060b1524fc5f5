/// One person's day in full, with what it says about every minute.
@NullMarked
package dev.rollcall.adherence.ui.person;

import org.jspecify.annotations.NullMarked;
