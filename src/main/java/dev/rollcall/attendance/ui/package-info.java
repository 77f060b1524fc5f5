/// The attendance report: filters, totals, and the segments behind every one of them.
@NullMarked
package dev.rollcall.attendance.ui;

import org.jspecify.annotations.NullMarked;
