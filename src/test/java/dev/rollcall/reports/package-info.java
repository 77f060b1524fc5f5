@NullMarked
package dev.rollcall.reports;

import org.jspecify.annotations.NullMarked;
