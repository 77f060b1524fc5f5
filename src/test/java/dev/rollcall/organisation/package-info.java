@NullMarked
package dev.rollcall.organisation;

import org.jspecify.annotations.NullMarked;
