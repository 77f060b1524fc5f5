@NullMarked
package dev.rollcall.surveys.ui;

import org.jspecify.annotations.NullMarked;
