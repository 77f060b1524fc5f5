@NullMarked
package dev.rollcall.adherence.ui.settings;

import org.jspecify.annotations.NullMarked;
