/// The screens of work: the console, the case browser, and how groups handle what comes.
@NullMarked
package dev.rollcall.work.ui;

import org.jspecify.annotations.NullMarked;
