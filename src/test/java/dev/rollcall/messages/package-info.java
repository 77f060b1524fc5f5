@NullMarked
package dev.rollcall.messages;

import org.jspecify.annotations.NullMarked;
