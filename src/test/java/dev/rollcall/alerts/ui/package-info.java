@NullMarked
package dev.rollcall.alerts.ui;

import org.jspecify.annotations.NullMarked;
