/// The settings of workforce management: whose attendance is tracked, and with which reasons.
@NullMarked
package dev.rollcall.presence.ui.settings;

import org.jspecify.annotations.NullMarked;
