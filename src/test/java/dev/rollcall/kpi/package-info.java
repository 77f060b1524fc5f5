@NullMarked
package dev.rollcall.kpi;

import org.jspecify.annotations.NullMarked;
