package dev.rollcall.demo;

import dev.rollcall.incentives.Awards;
import dev.rollcall.incentives.Measure;
import dev.rollcall.incentives.OwnRedemptions;
import dev.rollcall.incentives.OwnRewards;
import dev.rollcall.incentives.Recognition;
import dev.rollcall.incentives.Redemptions;
import dev.rollcall.incentives.Reward;
import dev.rollcall.incentives.Rewards;
import dev.rollcall.incentives.Rhythm;
import dev.rollcall.incentives.Rules;
import dev.rollcall.incentives.Schemes;
import dev.rollcall.incentives.Threshold;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.UserId;
import dev.rollcall.security.Users;
import dev.rollcall.shared.ApplicationClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// A scheme for good conversations that has been live since three months, what it brought, rewards
/// to choose, one that was given and one that waits. After the evaluations it pays for.
@Component
@Profile("demo")
class DemoIncentives {

    private static final String SCHEME = "good-conversations";
    private static final int MONTHS = 2;
    private static final int SETTLE_DAYS = 5;
    private static final int VOUCHER = 50;
    private static final int DESK = 30;
    private static final String UNIT = "north";

    private final Schemes schemes;
    private final Awards awards;
    private final Rewards rewards;
    private final OwnRewards own;
    private final OwnRedemptions wishes;
    private final Redemptions decisions;
    private final Recognition recognition;
    private final Directory directory;
    private final Users users;
    private final Access access;
    private final ApplicationClock clock;

    DemoIncentives(
            Schemes schemes,
            Awards awards,
            Rewards rewards,
            OwnRewards own,
            OwnRedemptions wishes,
            Redemptions decisions,
            Recognition recognition,
            Directory directory,
            Users users,
            Access access,
            ApplicationClock clock) {
        this.schemes = schemes;
        this.awards = awards;
        this.rewards = rewards;
        this.own = own;
        this.wishes = wishes;
        this.decisions = decisions;
        this.recognition = recognition;
        this.directory = directory;
        this.users = users;
        this.access = access;
        this.clock = clock;
    }

    /// Once. Leaves the clock standing; whoever calls lets it run again.
    void settleIn(Instant now) {
        if (schemes.find(SCHEME).isPresent()) {
            return;
        }
        var running = Rhythm.MONTH.of(LocalDate.ofInstant(now, ZoneOffset.UTC));
        var period = Rhythm.MONTH.of(running.from().minusMonths(MONTHS));
        clock.setTo(morning(period.from().minusDays(3)));
        schemes.publish(SCHEME, schemes.save(SCHEME, rules(), period.from(), 0).edits());
        long voucher = save(reward("Voucher for the bookshop", Reward.Kind.MONEY, VOUCHER, null));
        long desk = save(reward("Choose your desk for a month", Reward.Kind.PERK, DESK, 3));
        save(reward("Breakfast with the team, on the house", Reward.Kind.PERK, 220, null));
        while (period.to().isBefore(running.from())) {
            var due = morning(period.to().plusDays(SETTLE_DAYS + 1L));
            if (due.isAfter(now)) {
                break;
            }
            clock.setTo(due);
            awards.award(SCHEME, period.from());
            period = Rhythm.MONTH.after(period);
        }
        ask(voucher, VOUCHER, now.minus(Duration.ofDays(2)));
        clock.setTo(now.minus(Duration.ofDays(1)));
        doAs(
                "manager",
                () ->
                        decisions
                                .waiting()
                                .forEach(each ->
                                        decisions.approve(each.number(), each.version(), "")));
        ask(desk, DESK, now.minus(Duration.ofHours(2)));
        show(now.minus(Duration.ofDays(1)));
        clock.setTo(now);
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(6, 0).toInstant(ZoneOffset.UTC);
    }

    private static Rules rules() {
        return new Rules(
                "Good conversations",
                "What customers hear of us is worth something.",
                Measure.QUALITY,
                null,
                Rhythm.MONTH,
                List.of(
                        new Threshold(BigDecimal.valueOf(60), 40),
                        new Threshold(BigDecimal.valueOf(80), 100),
                        new Threshold(BigDecimal.valueOf(95), 160)),
                List.of(),
                List.of(),
                500L,
                0,
                List.of(),
                List.of(),
                SETTLE_DAYS);
    }

    private static Reward reward(
            String name, Reward.Kind kind, long price, @Nullable Integer stock) {
        boolean money = kind == Reward.Kind.MONEY;
        return new Reward(
                0,
                name,
                "",
                kind,
                price,
                stock,
                null,
                null,
                money ? BigDecimal.valueOf(20) : null,
                money ? "EUR" : null,
                true,
                0);
    }

    private long save(Reward reward) {
        return rewards.save(reward);
    }

    private void ask(long reward, long price, Instant at) {
        clock.setTo(at);
        doAs(
                "agent",
                () -> {
                    if (own.balance() >= price) {
                        wishes.ask(reward, 1, null);
                    }
                });
    }

    /// Robin shows the team what the first month brought; the unit has a leaderboard nobody has to
    /// join.
    private void show(Instant at) {
        clock.setTo(at);
        doAs(
                "agent",
                () -> {
                    recognition.choices().reversed().stream()
                            .findFirst()
                            .ifPresent(recognition::show);
                    recognition.join(true);
                });
        directory.unit(UNIT).ifPresent(unit -> recognition.decide(unit.id(), true));
    }

    private void doAs(String who, Runnable work) {
        UserId account =
                users.list().stream()
                        .filter(user -> (who + "@rollcall.demo").equals(user.email()))
                        .findFirst()
                        .orElseThrow()
                        .id();
        Supplier<String> done =
                () -> {
                    work.run();
                    return "";
                };
        access.inNameOf(account, done);
    }
}
