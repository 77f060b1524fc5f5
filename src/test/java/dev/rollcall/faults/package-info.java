/// What must hold when something breaks: the line to the database, the database, the process, the
/// clocks. The quick ones run in every build; those tagged `faults` in `./mvnw -Pfaults verify`.
@NullMarked
package dev.rollcall.faults;

import org.jspecify.annotations.NullMarked;
