package dev.rollcall.requests;

import dev.rollcall.people.AgentId;
import java.math.BigDecimal;

/// How much time off of a kind somebody may take in a calendar year, in days or hours as the kind
/// is counted.
///
/// @param granted for that year
/// @param carried over from the year before; below zero when more was taken then
/// @param version counts the changes; 0: nobody has set it
public record Allowance(
        AgentId agent,
        String type,
        int year,
        BigDecimal granted,
        BigDecimal carried,
        long version) {

    public boolean isSet() {
        return version > 0;
    }
}
