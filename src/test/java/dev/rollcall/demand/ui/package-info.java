@NullMarked
package dev.rollcall.demand.ui;

import org.jspecify.annotations.NullMarked;
