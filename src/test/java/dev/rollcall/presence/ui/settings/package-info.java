@NullMarked
package dev.rollcall.presence.ui.settings;

import org.jspecify.annotations.NullMarked;
