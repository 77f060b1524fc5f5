@NullMarked
package dev.rollcall.adherence.engine;

import org.jspecify.annotations.NullMarked;
