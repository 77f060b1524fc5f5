@NullMarked
package dev.rollcall.surveys;

import org.jspecify.annotations.NullMarked;
