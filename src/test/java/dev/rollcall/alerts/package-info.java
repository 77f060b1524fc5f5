@NullMarked
package dev.rollcall.alerts;

import org.jspecify.annotations.NullMarked;
