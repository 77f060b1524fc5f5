/// The reports' pages and files.
@NullMarked
package dev.rollcall.reports.ui;

import org.jspecify.annotations.NullMarked;
