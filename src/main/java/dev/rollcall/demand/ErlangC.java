package dev.rollcall.demand;

import java.time.Duration;

/// Agents who answer contacts in the order in which they come, while the others wait: the delay
/// formula of A. K. Erlang, "Solution of some Problems in the Theory of Probabilities of
/// Significance in Automatic Telephone Exchanges", Elektroteknikeren 13 (1917), with its measures
/// as in R. B. Cooper, "Introduction to Queueing Theory", 2nd edition (1981), sections 3.3 to 3.5.
///
/// It supposes that contacts come independently of each other, that nobody gives up, and that
/// handling times spread as an exponential distribution does. Where customers hang up it asks for a
/// few heads too many.
///
/// The probability of waiting is got from the probability of loss (Erlang B), whose recurrence over
/// the number of agents needs no factorials and stays within 0 and 1 for thousands of them.
final class ErlangC {

    private final double load;
    private final int agents;

    /// Erlang B: how likely all agents are busy if whoever finds them so went away.
    private final double loss;

    private ErlangC(double load, int agents, double loss) {
        this.load = load;
        this.agents = agents;
        this.loss = loss;
    }

    static ErlangC of(Erlangs load, int agents) {
        var staffed = new ErlangC(load.value(), 0, 1);
        while (staffed.agents < agents) {
            staffed = staffed.withOneMore();
        }
        return staffed;
    }

    /// The fewest agents who keep a promise without being busier than they should be.
    ///
    /// @param handling how long a contact takes on average
    /// @param target which share is to be answered in time, below 1
    /// @param within what "in time" means
    /// @param busiest above which share of their time agents should not be busy, above 0
    static ErlangC fewest(
            Erlangs load, Duration handling, Share target, Duration within, Share busiest) {
        var staffed = of(load, fewestNotBusierThan(load, busiest));
        while (staffed.serviceLevel(handling, within).compareTo(target) < 0) {
            staffed = staffed.withOneMore();
        }
        return staffed;
    }

    private static int fewestNotBusierThan(Erlangs load, Share busiest) {
        // What is whole but for the last bit of a double is whole.
        return (int) Math.ceil(load.value() / busiest.ofOne() - 1e-9);
    }

    ErlangC withOneMore() {
        int more = agents + 1;
        return new ErlangC(load, more, load * loss / (more + load * loss));
    }

    int agents() {
        return agents;
    }

    /// Whether more comes than they can ever handle: then everybody waits, longer and longer.
    boolean isOverloaded() {
        return load >= agents && load > 0;
    }

    Share probabilityOfWaiting() {
        if (isOverloaded()) {
            return new Share(1);
        }
        return new Share(load == 0 ? 0 : Math.min(1, agents * loss / (agents - load * (1 - loss))));
    }

    /// The share of contacts that wait no longer than `within`.
    Share serviceLevel(Duration handling, Duration within) {
        if (isOverloaded()) {
            return new Share(0);
        }
        double patience = (double) within.toSeconds() / handling.toSeconds();
        return new Share(
                1 - probabilityOfWaiting().ofOne() * Math.exp(-(agents - load) * patience));
    }

    /// How long a contact waits on average, those counted that do not wait.
    ///
    /// @throws IllegalStateException when they are overloaded: it has no average
    Duration averageSpeedOfAnswer(Duration handling) {
        if (isOverloaded()) {
            throw new IllegalStateException("Overloaded agents let people wait without end");
        }
        return load == 0
                ? Duration.ZERO
                : Duration.ofMillis(
                        Math.round(
                                probabilityOfWaiting().ofOne()
                                        * handling.toMillis()
                                        / (agents - load)));
    }

    /// The share of their time in which agents are busy.
    Share occupancy() {
        return new Share(isOverloaded() ? 1 : load == 0 ? 0 : load / agents);
    }
}
