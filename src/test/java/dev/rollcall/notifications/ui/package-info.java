@NullMarked
package dev.rollcall.notifications.ui;

import org.jspecify.annotations.NullMarked;
