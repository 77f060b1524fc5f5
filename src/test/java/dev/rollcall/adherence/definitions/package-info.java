@NullMarked
package dev.rollcall.adherence.definitions;

import org.jspecify.annotations.NullMarked;
