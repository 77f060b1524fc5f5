package dev.rollcall.organisation.ui;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// The zones forms offer: places, and UTC. The clock's other names for them are left out.
final class Zones {

    private static final Set<String> REGIONS =
            Set.of(
                    "Africa",
                    "America",
                    "Antarctica",
                    "Asia",
                    "Atlantic",
                    "Australia",
                    "Europe",
                    "Indian",
                    "Pacific");

    static final List<ZoneId> OFFERED =
            ZoneId.getAvailableZoneIds().stream()
                    .filter(id -> id.equals("UTC") || REGIONS.contains(id.replaceFirst("/.*", "")))
                    .sorted()
                    .map(ZoneId::of)
                    .toList();

    private Zones() {}
}
