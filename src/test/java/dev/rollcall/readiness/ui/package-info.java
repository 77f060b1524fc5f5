@NullMarked
package dev.rollcall.readiness.ui;

import org.jspecify.annotations.NullMarked;
