package dev.rollcall.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lets several do the same work in turns, round after round, so that whatever else the machine
/// does slows all of them down alike.
final class Race {

    private final Map<String, Contender> contenders = new LinkedHashMap<>();

    /// One turn; answers with the figure it is measured by.
    interface Contender {
        double run() throws Exception;
    }

    Race enter(String name, Contender contender) {
        contenders.put(name, contender);
        return this;
    }

    /// @param warmUps turns of each that do not count
    Result run(int warmUps, int rounds) throws Exception {
        var figures = new LinkedHashMap<String, List<Double>>();
        for (int round = -warmUps; round < rounds; round++) {
            for (var contender : contenders.entrySet()) {
                double figure = contender.getValue().run();
                if (round >= 0) {
                    figures.computeIfAbsent(contender.getKey(), _ -> new ArrayList<>()).add(figure);
                }
            }
        }
        return new Result(figures);
    }

    /// The figures of each, in the order of the rounds.
    record Result(Map<String, List<Double>> figures) {

        List<Double> of(String contender) {
            return figures.getOrDefault(contender, List.of());
        }

        /// How much more one had than the other, round by round.
        List<Double> ratios(String one, String other) {
            var ratios = new ArrayList<Double>();
            for (int i = 0; i < of(one).size(); i++) {
                ratios.add(of(one).get(i) / of(other).get(i));
            }
            return ratios;
        }
    }

    /// What takes long enough to be measured, in nanoseconds.
    static double nanos(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }
}
