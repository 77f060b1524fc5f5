package dev.rollcall.dashboard;

import dev.rollcall.security.Viewer;
import java.time.ZoneId;
import java.util.Locale;

/// Whoever a widget is shown to.
///
/// @param viewer asked anew whenever it matters, as permissions come and go
/// @param locale whose words and numbers it uses
/// @param zone the zone times are written in: their own, else that of the first unit they see
public record Audience(Viewer viewer, Locale locale, ZoneId zone) {}
