@NullMarked
package dev.rollcall.adherence.settings;

import org.jspecify.annotations.NullMarked;
