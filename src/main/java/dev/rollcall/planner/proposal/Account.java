package dev.rollcall.planner.proposal;

import java.util.List;

/// A proposed week, accounted for: how well it does, and everything it does not do.
///
/// @param neededHalfHours heads times half hours that are needed
/// @param missingHalfHours how many of those nobody is planned for
/// @param people how many people something is agreed with
/// @param withAgreedHours how many of them get what is agreed, but for less than one more shift
/// @param wishes how many wishes there are about days that were proposed
/// @param metWishes how many of them are followed
/// @param shifts how many shifts are proposed
/// @param findings the gravest rule first
public record Account(
        long neededHalfHours,
        long missingHalfHours,
        int people,
        int withAgreedHours,
        int wishes,
        int metWishes,
        int shifts,
        List<Finding> findings) {

    public Account {
        findings = List.copyOf(findings);
    }

    /// Whether no rule is broken that must not be.
    public boolean keepsEveryMust() {
        return findings.stream().allMatch(each -> each.rule().weight() != Rule.Weight.MUST);
    }

    /// What there is to say about one rule.
    public List<Finding> of(Rule rule) {
        return findings.stream().filter(each -> each.rule() == rule).toList();
    }
}
