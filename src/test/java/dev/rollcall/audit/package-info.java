@NullMarked
package dev.rollcall.audit;

import org.jspecify.annotations.NullMarked;
