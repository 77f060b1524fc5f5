@NullMarked
package dev.rollcall.requests;

import org.jspecify.annotations.NullMarked;
