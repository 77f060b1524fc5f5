@NullMarked
package dev.rollcall.presence.ui;

import org.jspecify.annotations.NullMarked;
