@NullMarked
package dev.rollcall.work.ui;

import org.jspecify.annotations.NullMarked;
