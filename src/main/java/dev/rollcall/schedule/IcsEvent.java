package dev.rollcall.schedule;

import java.util.List;
import java.util.Optional;

/// One event of an iCalendar file as it stands there; what lies inside it (alarms) is left out.
///
/// @param line where it begins
record IcsEvent(long line, List<IcsLine> properties) {

    IcsEvent {
        properties = List.copyOf(properties);
    }

    Optional<IcsLine> first(String name) {
        return properties.stream().filter(property -> property.name().equals(name)).findFirst();
    }

    List<IcsLine> all(String name) {
        return properties.stream().filter(property -> property.name().equals(name)).toList();
    }

    boolean isCancelled() {
        return first("STATUS").filter(s -> s.value().equalsIgnoreCase("CANCELLED")).isPresent();
    }
}
