/// What levels of the organisation say about adherence, how one inherits from another, and what
/// changed: pure values and functions.
@NullMarked
package dev.rollcall.adherence.settings;

import org.jspecify.annotations.NullMarked;
