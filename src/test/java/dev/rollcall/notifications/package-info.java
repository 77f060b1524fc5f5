@NullMarked
package dev.rollcall.notifications;

import org.jspecify.annotations.NullMarked;
