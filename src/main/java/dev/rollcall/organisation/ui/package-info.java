/// The screen on which people, groups, departments and units are looked up and changed.
@NullMarked
package dev.rollcall.organisation.ui;

import org.jspecify.annotations.NullMarked;
