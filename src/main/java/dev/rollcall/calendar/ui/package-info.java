/// The calendar page: a week or a day, as columns where there is room and as a list on a phone.
@NullMarked
package dev.rollcall.calendar.ui;

import org.jspecify.annotations.NullMarked;
