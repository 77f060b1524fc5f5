/// The supervisor's screens of adherence.
@NullMarked
package dev.rollcall.adherence.ui;

import org.jspecify.annotations.NullMarked;
