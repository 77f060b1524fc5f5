@NullMarked
package dev.rollcall.adherence.ui.picture;

import org.jspecify.annotations.NullMarked;
