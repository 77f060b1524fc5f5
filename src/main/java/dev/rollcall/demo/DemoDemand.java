package dev.rollcall.demo;

import dev.rollcall.demand.AssumptionBook;
import dev.rollcall.demand.Assumptions;
import dev.rollcall.demand.Forecasting;
import dev.rollcall.demand.HalfHours;
import dev.rollcall.demand.Share;
import dev.rollcall.demand.Volume;
import dev.rollcall.demand.Volumes;
import dev.rollcall.demand.Volumes.Kind;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.security.Access;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.TimeSpan;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What comes to the demo's groups, as its telephone system counts it: nine weeks back and each
/// half hour that ends; what its planners expected of past days; and for the weeks to come the
/// forecast, taken. Groups of plain teams get nothing. Whatever somebody changed stays.
@Component
@Profile("demo")
class DemoDemand {

    private static final int DAYS_BACK = 63;
    private static final int DAYS_EXPECTED = 21;
    private static final int WEEKS_AHEAD = 4;

    private final Volumes volumes;
    private final AssumptionBook book;
    private final Forecasting forecasting;
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;
    private Instant toldUntil = Instant.EPOCH;

    DemoDemand(
            Volumes volumes,
            AssumptionBook book,
            Forecasting forecasting,
            Directory directory,
            Access access,
            ApplicationClock clock) {
        this.volumes = volumes;
        this.book = book;
        this.forecasting = forecasting;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    void look() {
        var now = HalfHours.floor(clock.instant());
        if (now.equals(toldUntil)) {
            return;
        }
        access.asSystem(
                "demo",
                () -> directory.groups(Scope.everyone()).forEach(group -> tell(group, now)));
        toldUntil = now;
    }

    /// Tells what came to a group since it was told last.
    private void tell(Group group, Instant now) {
        if (group.channel() == Channel.TEAM || group.channel() != Roster.channelOf(group.code())) {
            return;
        }
        var zone = directory.unit(group.unit()).map(Unit::zone).orElse(ZoneOffset.UTC);
        var first =
                LocalDate.ofInstant(now, zone).minusDays(DAYS_BACK).atStartOfDay(zone).toInstant();
        var told =
                volumes.read(group.id(), Kind.ARRIVED, TimeSpan.of(first, now)).lines().stream()
                        .map(line -> line.volume().start())
                        .max(Instant::compareTo);
        var from = told.map(last -> last.plus(HalfHours.LENGTH)).orElse(first);
        if (from.isBefore(now)) {
            var span = TimeSpan.of(from, now);
            volumes.replace(group.id(), Kind.ARRIVED, span, curve(group, zone, span, true), null);
        }
        if (told.isEmpty()) {
            settle(group, zone, now);
        }
    }

    private void settle(Group group, ZoneId zone, Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        if (book.read(group.id()).all().size() == 1) {
            book.decide(group.id(), assumptions(group.channel(), today.minusDays(DAYS_BACK)), null);
        }
        var past =
                TimeSpan.of(
                        today.minusDays(DAYS_EXPECTED).atStartOfDay(zone).toInstant(),
                        today.atStartOfDay(zone).toInstant());
        if (volumes.read(group.id(), Kind.EXPECTED, past).lines().isEmpty()) {
            volumes.replace(group.id(), Kind.EXPECTED, past, curve(group, zone, past, false), null);
        }
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (int week = 0; week < WEEKS_AHEAD; week++) {
            forecasting.take(group.id(), monday.plusWeeks(week), null);
        }
    }

    private static Assumptions assumptions(Channel channel, LocalDate from) {
        return new Assumptions(
                from,
                Share.ofPercent(80),
                Duration.ofSeconds(channel == Channel.CHAT ? 45 : 20),
                Share.ofPercent(28),
                Share.ofPercent(85),
                channel == Channel.CHAT ? 3 : 1,
                Duration.ofHours(4));
    }

    /// @param real with the luck of the day, as it comes; else as one would expect it
    private static List<Volume> curve(Group group, ZoneId zone, TimeSpan span, boolean real) {
        Function<Instant, Volume> volume = start -> volume(group, zone, start, real);
        return HalfHours.of(span).stream().map(volume).toList();
    }

    private static Volume volume(Group group, ZoneId zone, Instant start, boolean real) {
        var local = start.atZone(zone);
        double hour = local.getHour() + local.getMinute() / 60.0;
        double usual =
                comesAt(hour, group.channel())
                        ? peak(group.channel()) * ofDay(hour) * ofWeek(local.getDayOfWeek())
                        : 0;
        var luck = new Random(Objects.hash(group.code(), start.getEpochSecond()) * 31L);
        var luckOfDay =
                new Random(Objects.hash(group.code(), local.toLocalDate().toEpochDay()) * 17L);
        double came =
                usual * (1 + 0.08 * luckOfDay.nextGaussian())
                        + Math.sqrt(usual) * 0.7 * luck.nextGaussian();
        double handling = handling(group.channel()) * (1 + 0.06 * luck.nextGaussian());
        return new Volume(
                start,
                real ? Math.max(0, Math.round(came)) : Math.round(usual * 10) / 10.0,
                Duration.ofSeconds(Math.round(real ? handling : handling(group.channel()))));
    }

    /// Contacts of the busiest half hour of a Monday: what about six people at once can see to,
    /// most of the time.
    private static double peak(Channel channel) {
        return switch (channel) {
            case CALL -> 5;
            case CHAT -> 4;
            case TICKET, TEAM -> 2;
        };
    }

    /// At night people call, and whoever writes does so by day.
    private static boolean comesAt(double hour, Channel channel) {
        return channel == Channel.CALL || hour >= 6 && hour < 22;
    }

    /// Seconds.
    private static double handling(Channel channel) {
        return switch (channel) {
            case CALL -> 260;
            case CHAT -> 620;
            case TICKET, TEAM -> 540;
        };
    }

    /// Most comes in the late morning, some in the afternoon, a little at night.
    private static double ofDay(double hour) {
        return 0.08 + 0.92 * Math.max(hill(hour, 10.75, 2.2), 0.8 * hill(hour, 15.5, 2.6));
    }

    private static double hill(double hour, double top, double width) {
        double away = (hour - top) / width;
        return Math.exp(-away * away / 2);
    }

    private static double ofWeek(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> 1;
            case TUESDAY -> 0.92;
            case WEDNESDAY, THURSDAY -> 0.88;
            case FRIDAY -> 0.82;
            case SATURDAY -> 0.45;
            case SUNDAY -> 0.35;
        };
    }
}
