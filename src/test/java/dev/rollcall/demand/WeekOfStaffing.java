package dev.rollcall.demand;

import dev.rollcall.people.Channel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A week of half hours of several groups that handle calls, small ones and large ones, for whoever
/// wants to know how long their heads take to compute, and a plain peer that sums up the formula as
/// textbooks write it, by the logarithms of factorials.
public final class WeekOfStaffing {

    private static final int HALF_HOURS = 7 * 48;
    private static final int MOST_AGENTS = 2_000;
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final Assumptions RULES =
            new Assumptions(
                    LocalDate.EPOCH,
                    Share.ofPercent(80),
                    Duration.ofSeconds(20),
                    Share.ofPercent(30),
                    Share.ofPercent(95),
                    1,
                    Duration.ofHours(8));

    private final List<Map<Instant, Volume>> groups = new ArrayList<>();
    private final List<Instant> halfHours = new ArrayList<>();
    private final double[] logFactorials = new double[MOST_AGENTS + 1];

    /// @param count how many groups; their busiest half hours go from a few erlangs to some hundred
    public WeekOfStaffing(int count) {
        for (int i = 0; i < HALF_HOURS; i++) {
            halfHours.add(MONDAY.plus(HalfHours.LENGTH.multipliedBy(i)));
        }
        var random = new Random(5);
        for (int group = 0; group < count; group++) {
            var volumes = new HashMap<Instant, Volume>();
            for (var start : halfHours) {
                double contacts = (group + 1) * 60 * random.nextDouble();
                volumes.put(start, new Volume(start, contacts, Duration.ofSeconds(240)));
            }
            groups.add(volumes);
        }
        for (int n = 1; n <= MOST_AGENTS; n++) {
            logFactorials[n] = logFactorials[n - 1] + Math.log(n);
        }
    }

    /// The product's own heads, of one group after another.
    public List<Integer> ours() {
        var heads = new ArrayList<Integer>();
        for (var volumes : groups) {
            var required =
                    new Staffing(Channel.CALL, _ -> RULES, _ -> true)
                            .of(halfHours, volumes, Map.of());
            for (var start : halfHours) {
                var found = required.get(start);
                heads.add(found == null ? 0 : found.heads());
            }
        }
        return heads;
    }

    /// The same by the textbook's sum.
    public List<Integer> byFactorials() {
        var heads = new ArrayList<Integer>();
        for (var volumes : groups) {
            for (var start : halfHours) {
                var volume = volumes.get(start);
                heads.add(volume == null ? 0 : naive(volume));
            }
        }
        return heads;
    }

    private int naive(Volume volume) {
        double load = Erlangs.of(volume).value();
        double handling = volume.handling().toSeconds();
        int agents = (int) Math.ceil(load / RULES.maxOccupancy().ofOne() - 1e-9);
        while (agents <= load
                || 1
                                - waiting(load, agents)
                                        * Math.exp(
                                                -(agents - load)
                                                        * RULES.within().toSeconds()
                                                        / handling)
                        < RULES.target().ofOne()) {
            agents++;
        }
        return Staffing.onThePlan(agents, RULES);
    }

    private double waiting(double load, int agents) {
        double sum = 0;
        for (int k = 0; k < agents; k++) {
            sum += Math.exp(k * Math.log(load) - logFactorials[k]);
        }
        double last =
                Math.exp(agents * Math.log(load) - logFactorials[agents])
                        * agents
                        / (agents - load);
        return last / (sum + last);
    }
}
