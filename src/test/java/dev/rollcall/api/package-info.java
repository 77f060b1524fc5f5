@NullMarked
package dev.rollcall.api;

import org.jspecify.annotations.NullMarked;
