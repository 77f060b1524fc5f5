package dev.rollcall.planner.ui;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.planner.proposal.Account;
import dev.rollcall.planner.proposal.Finding;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Says in words what a proposed week does and does not do.
final class ProposalWords {

    private final PlannerWords words;
    private final Sheet sheet;
    private final Directory directory;
    private final ZoneId zone;

    /// @param zone the unit's: hours of groups are told in it
    ProposalWords(PlannerWords words, Sheet sheet, Directory directory, ZoneId zone) {
        this.words = words;
        this.sheet = sheet;
        this.directory = directory;
        this.zone = zone;
    }

    /// How much of what is needed somebody is planned for.
    String coverage(Account account, @Nullable Account greedy) {
        if (account.neededHalfHours() == 0) {
            return words.say("propose.sum.noNeed");
        }
        double covered = 1 - (double) account.missingHalfHours() / account.neededHalfHours();
        // A missing head is never rounded away.
        double told = account.missingHalfHours() > 0 ? Math.min(covered, 0.999) : covered;
        var sum = words.say("propose.sum.coverage", told, account.missingHalfHours());
        return greedy == null || greedy.missingHalfHours() <= account.missingHalfHours()
                ? sum
                : sum + " " + words.say("propose.sum.greedy", greedy.missingHalfHours());
    }

    String hours(Account account) {
        return account.people() == 0
                ? words.say("propose.sum.noTerms")
                : words.say("propose.sum.hours", account.withAgreedHours(), account.people());
    }

    String wishes(Account account) {
        return account.wishes() == 0
                ? words.say("propose.sum.noWishes")
                : words.say("propose.sum.wishes", account.metWishes(), account.wishes());
    }

    String musts(Account account) {
        return words.say(account.keepsEveryMust() ? "propose.sum.musts" : "propose.sum.broken");
    }

    String finding(Finding finding) {
        var key = "propose.finding." + finding.rule();
        return switch (finding.rule()) {
            case REST ->
                    words.say(
                            key,
                            name(finding.person()),
                            date(finding.date()),
                            minutes(finding.found()),
                            minutes(finding.wanted()));
            case HOURS_AT_MOST, AGREED_HOURS ->
                    words.say(
                            key,
                            name(finding.person()),
                            minutes(finding.found()),
                            minutes(finding.wanted()));
            case DAYS_AT_MOST ->
                    words.say(key, name(finding.person()), finding.found(), finding.wanted());
            case AVAILABILITY, WISHES ->
                    words.say(key, name(finding.person()), date(finding.date()), span(finding));
            case COVERAGE, SURPLUS ->
                    words.say(key, span(finding), finding.found(), finding.wanted());
            case GROUP_COVERAGE, NOBODY_LEFT ->
                    words.say(
                            key,
                            group(finding.group()),
                            span(finding),
                            finding.found(),
                            finding.wanted());
            case STEADINESS ->
                    words.say(
                            key,
                            name(finding.person()),
                            date(finding.date()),
                            span(finding),
                            words.time(LocalTime.ofSecondOfDay(60 * finding.wanted())));
            case FAIRNESS ->
                    words.say(
                            key,
                            name(finding.person()),
                            finding.found(),
                            words.say("propose.burden." + finding.burden()),
                            finding.wanted());
        };
    }

    private String name(@Nullable AgentId person) {
        return person == null
                ? ""
                : sheet.person(person).map(each -> each.name()).orElse("" + person.value());
    }

    private String group(@Nullable GroupId group) {
        return group == null ? "" : directory.group(group).map(Group::name).orElse("");
    }

    private String date(@Nullable LocalDate date) {
        return date == null ? "" : words.shortDate(date);
    }

    private String minutes(long minutes) {
        return words.duration(Duration.ofMinutes(minutes));
    }

    private String span(Finding finding) {
        var span = finding.span();
        if (span == null) {
            return "";
        }
        // Somebody's shift is said in their own zone, and its date beside it.
        var person = finding.person();
        if (person != null) {
            return words.hours(span, sheet.person(person).map(each -> each.zone()).orElse(zone));
        }
        var date = LocalDate.ofInstant(Objects.requireNonNull(span).start(), zone);
        return words.shortDate(date) + " " + words.hours(span, zone);
    }
}
