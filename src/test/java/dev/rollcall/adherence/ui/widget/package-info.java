@NullMarked
package dev.rollcall.adherence.ui.widget;

import org.jspecify.annotations.NullMarked;
