/// What the screens of adherence have in common: how people, times, percentages and deviations are
/// put into words, and how a day is drawn.
@NullMarked
package dev.rollcall.adherence.ui;

import org.jspecify.annotations.NullMarked;
