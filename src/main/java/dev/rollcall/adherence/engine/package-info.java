/// The adherence engine: one pure calculation, without framework, clock or database. The live
/// board, the day records, the reports and the public calculation all call it, so they cannot
/// disagree.
@NamedInterface("engine")
@NullMarked
package dev.rollcall.adherence.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
