/// The screen of back-office tasks: one's own, and those of the units one looks after.
@NullMarked
package dev.rollcall.backoffice.ui;

import org.jspecify.annotations.NullMarked;
