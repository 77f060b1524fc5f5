/// What boards show, made once for all who look at the same people in the same way: who belongs
/// there, in which order, how they are counted, and what their rows say. No components: screens
/// take from here what they have not shown yet.
@NullMarked
package dev.rollcall.adherence.ui.picture;

import org.jspecify.annotations.NullMarked;
