package dev.rollcall.adherence.ui.picture;

import dev.rollcall.people.Scope;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What makes two screens show the same picture.
///
/// @param scope whom one may see
/// @param filter who of them belongs there
/// @param part which part of those is shown; null: all
/// @param locale whose words it uses, and whose alphabet names follow
/// @param zone the zone times are written in
public record PictureKey(
        Scope scope,
        BoardFilter filter,
        @Nullable Show part,
        BoardOrder order,
        Locale locale,
        ZoneId zone) {}
