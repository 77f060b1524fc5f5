package dev.rollcall.bench;

import java.lang.management.ManagementFactory;

/// The machine the figures were found on.
final class Machine {

    private Machine() {}

    /// How many threads wanted a core, on average over the last minute; negative where unknown.
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
