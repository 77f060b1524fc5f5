package dev.rollcall.usage;

import dev.rollcall.database.Retries;
import dev.rollcall.people.AgentId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.usage.UsageReport.Connection;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The answers, and the job that makes them: once a day, so that nobody can ask before and after
/// one person came or went; and drops what is older than a month.
@Service
public class UsageReports {

    /// How many days events are kept.
    static final int KEPT_DAYS = 30;

    private static final Logger LOG = LoggerFactory.getLogger(UsageReports.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_AT_ONCE = 5_000;

    private final UsageTable table;
    private final UsageSwitch usage;
    private final ObjectProvider<GoalAttainment> goals;
    private final Access access;
    private final Retries retries;
    private final ApplicationClock clock;

    UsageReports(
            UsageTable table,
            UsageSwitch usage,
            ObjectProvider<GoalAttainment> goals,
            Access access,
            Retries retries,
            ApplicationClock clock) {
        this.table = table;
        this.usage = usage;
        this.goals = goals;
        this.access = access;
        this.retries = retries;
        this.clock = clock;
    }

    /// The latest answers; empty before the first ones.
    @Requires(Permission.SETTINGS_ADMIN)
    public Optional<UsageReport> latest() {
        access.demandWholeOrganisation(Permission.SETTINGS_ADMIN, Permission.SETTINGS_ADMIN);
        return table.report().flatMap(UsageReports::read);
    }

    private static Optional<UsageReport> read(String json) {
        try {
            return Optional.of(JSON.readValue(json, UsageReport.class));
        } catch (JacksonException e) {
            LOG.warn(
                    "The answers about usage cannot be read any more; the next ones come tomorrow");
            return Optional.empty();
        }
    }

    /// What is to be done each day, at the first occasion. Several servers may do so at once.
    @Scheduled(initialDelay = 3, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void daily() {
        drop();
        if (usage.isOn() && table.reportedOn().filter(today()::equals).isEmpty()) {
            make();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /// Drops what is too old, and the secrets of weeks that are.
    void drop() {
        var first = today().minusDays(KEPT_DAYS);
        int some;
        do {
            some = retries.inTransaction(() -> table.deleteBefore(first, MOST_AT_ONCE));
        } while (some == MOST_AT_ONCE);
        retries.inTransaction(() -> table.dropKeysBefore(Pseudonyms.week(first)));
    }

    /// Adds up the last month, today left out: it is not over.
    void make() {
        var today = today();
        var from = today.minusDays(KEPT_DAYS);
        // In an order that tells nothing.
        var people = new ArrayList<>(table.consenting());
        Collections.shuffle(people);
        var numbers = numbers(people);
        var answers = new UsageAnswers();
        retries.inTransaction(() ->
                table.read(
                        from,
                        (reader, kept) -> {
                            var person = numbers.get(reader);
                            if (person != null && kept.day().isBefore(today)) {
                                answers.add(person, kept);
                            }
                        }));
        var report =
                new UsageReport(
                        from,
                        today.minusDays(1),
                        clock.instant(),
                        UsageAnswers.fives(people.size()),
                        answers.tables(people.size(), KEPT_DAYS / 7.0),
                        connection(people, answers.daysSeen(), from, today).orElse(null));
        retries.inTransactionOfItsOwn(() -> {
            if (table.holdOn()) {
                table.saveReport(today, JSON.writeValueAsString(report));
            }
            return true;
        });
    }

    private Map<UsageTable.Reader, Integer> numbers(List<AgentId> people) {
        var numbers = new HashMap<UsageTable.Reader, Integer>();
        var hex = HexFormat.of().withUpperCase();
        table.keys()
                .forEach((week, secret) -> {
                    for (int i = 0; i < people.size(); i++) {
                        var name = hex.formatHex(Pseudonyms.of(people.get(i), secret));
                        numbers.put(new UsageTable.Reader(week, name), i);
                    }
                });
        return numbers;
    }

    /// Of those who have goals in this month and the one before.
    private Optional<Connection> connection(
            List<AgentId> people, Map<Integer, Integer> days, LocalDate from, LocalDate until) {
        var port = goals.getIfAvailable();
        if (port == null || people.size() < Connections.FEWEST) {
            return Optional.empty();
        }
        var before = port.percent(people, from.minusDays(KEPT_DAYS), from);
        var now = port.percent(people, from, until);
        var pairs = new ArrayList<Connections.Person>();
        for (int i = 0; i < people.size(); i++) {
            var first = before.get(people.get(i));
            var second = now.get(people.get(i));
            if (first != null && second != null) {
                pairs.add(new Connections.Person(days.getOrDefault(i, 0), second - first));
            }
        }
        return Connections.of(pairs);
    }
}
