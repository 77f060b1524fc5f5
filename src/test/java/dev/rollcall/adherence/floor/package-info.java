@NullMarked
package dev.rollcall.adherence.floor;

import org.jspecify.annotations.NullMarked;
