/// The screens on which adherence is set up: which presence fits which activity, grace, targets and
/// the severe threshold, for the organisation and for each unit.
@NullMarked
package dev.rollcall.adherence.ui.settings;

import org.jspecify.annotations.NullMarked;
