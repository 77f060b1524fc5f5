/// What the figures mean, shown by examples that are worked out anew whenever somebody asks.
@NullMarked
package dev.rollcall.adherence.definitions;

import org.jspecify.annotations.NullMarked;
