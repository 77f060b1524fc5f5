@NullMarked
package dev.rollcall.people;

import org.jspecify.annotations.NullMarked;
