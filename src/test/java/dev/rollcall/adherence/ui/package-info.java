@NullMarked
package dev.rollcall.adherence.ui;

import org.jspecify.annotations.NullMarked;
