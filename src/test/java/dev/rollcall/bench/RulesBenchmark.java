package dev.rollcall.bench;

import dev.rollcall.adherence.Adherence;
import dev.rollcall.adherence.AdherenceSettings;
import dev.rollcall.adherence.FiguresLine;
import dev.rollcall.adherence.FiguresQuery;
import dev.rollcall.adherence.Recalculation;
import dev.rollcall.adherence.Recalculations;
import dev.rollcall.adherence.RulePreview;
import dev.rollcall.adherence.RulePreviews;
import dev.rollcall.adherence.SettingsForm;
import dev.rollcall.adherence.engine.Grace;
import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.adherence.settings.OwnRules;
import dev.rollcall.audit.Actor;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.shared.Percent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/// Other rules tried on thirty days of 500 people before they are saved, and thirty days of 1,000
/// people judged anew, in the background of a product that serves. Beside the same figures read
/// from day records that are there, which judge nothing.
@Tag("bench")
@Tag("rules")
class RulesBenchmark {

    private static final int TRIED_ON = Integer.getInteger("bench.people", 500);
    private static final int ANEW = 2 * TRIED_ON;
    private static final int DAYS = 30;
    private static final int DEEDS = 20;
    private static final int ROUNDS = 5;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);
    private static final Actor BY = Actor.system("bench");

    @Test
    void triesRulesAndJudgesDaysAnew() throws Exception {
        var data = Path.of("target", "bench", "rules-data");
        FileSystemUtils.deleteRecursively(data);
        var report = new Report("rules");
        try (var product = ProductInside.start(data, "--rollcall.attendance.keep-every=0s")) {
            var staff = Workforce.in(product);
            staff.hireWithPast(PreparedFloor.PREFIX, TRIED_ON, DAYS, DEEDS);
            var from = staff.today().minusDays(DAYS);
            var to = staff.today().minusDays(1);
            var previews = new ArrayList<Double>();
            var records = new ArrayList<Double>();
            score(product, from, to);
            tried(product, 10);
            @Nullable RulePreview last = null;
            for (int round = 0; round < ROUNDS; round++) {
                int minutes = 20 + round;
                long start = System.nanoTime();
                last = tried(product, minutes);
                previews.add(millis(start));
                start = System.nanoTime();
                score(product, from, to);
                records.add(millis(start));
            }
            report.ratio(
                    "a preview / the same figures read from records",
                    Rounds.ofTimes(previews).median() / Rounds.ofTimes(records).median());
            report.figure(
                    "a preview, %d people x %d days".formatted(TRIED_ON, DAYS),
                    "ms",
                    Rounds.ofTimes(previews));
            report.figure("the figures from records", "ms", Rounds.ofTimes(records));
            var promised = last == null ? Optional.<Percent>empty() : last.movement().after();
            report.check(
                    "before is what records say",
                    last != null && last.movement().before().equals(score(product, from, to)));
            save(product, 20 + ROUNDS - 1, from);
            report.check(
                    "after is what is shown once saved",
                    promised.isPresent() && promised.equals(score(product, from, to)));

            staff.hireWithPast("more", TRIED_ON, DAYS, DEEDS);
            save(product, 7, staff.today());
            score(product, from, to);
            long start = System.nanoTime();
            var asked = recalculate(product, from);
            until(() -> latest(product).state() != Recalculation.State.RUNNING);
            double took = millis(start) / 1000;
            report.figure("judged anew, %d people x %d days".formatted(ANEW, DAYS), "s", took);
            var done = latest(product);
            report.check(
                    "everybody is judged anew",
                    done.state() == Recalculation.State.DONE
                            && done.done() == ANEW
                            && asked.people() == ANEW);
            var before = score(product, from, to);
            forget(product, from);
            report.check(
                    "judged from nothing it is the same", before.equals(score(product, from, to)));
        }
        report.close();
    }

    private static RulePreview tried(ProductInside product, int minutes) {
        return asSystem(
                product,
                () -> {
                    var previews = product.get(RulePreviews.class);
                    var begun = previews.start(null, form(minutes, null), DAYS, Scope.everyone());
                    until(() -> previews.of(begun.id()).isOver());
                    return previews.of(begun.id());
                });
    }

    private static void save(ProductInside product, int minutes, LocalDate from) {
        asSystem(
                product,
                () ->
                        product.get(AdherenceSettings.class)
                                .save(null, form(minutes, from), null, null, Scope.everyone(), BY));
    }

    private static SettingsForm form(int minutes, @Nullable LocalDate from) {
        return SettingsForm.of(
                OwnRules.NOTHING.withGrace(
                        null, new Grace.MinimumException(Duration.ofMinutes(minutes))),
                from);
    }

    private static Recalculation recalculate(ProductInside product, LocalDate from) {
        return asSystem(
                product,
                () ->
                        product.get(Recalculations.class)
                                .start(null, from, null, null, Scope.everyone(), BY));
    }

    private static Recalculation latest(ProductInside product) {
        return asSystem(
                product,
                () -> product.get(Recalculations.class).latest(Scope.everyone()).getFirst());
    }

    private static void forget(ProductInside product, LocalDate from) {
        product.get(JdbcClient.class)
                .sql("delete from adherence_day where work_date >= ?")
                .param(from)
                .update();
    }

    private static Optional<Percent> score(ProductInside product, LocalDate from, LocalDate to) {
        var query = new FiguresQuery(from, to, null, null, FiguresQuery.GroupBy.AGENT);
        return asSystem(
                        product,
                        () -> product.get(Adherence.class).figures(query, Scope.everyone()))
                .stream()
                .map(FiguresLine::figures)
                .map(figures -> figures.score())
                .reduce(Tally.NONE, Tally::plus)
                .percent();
    }

    private static <T> T asSystem(ProductInside product, Supplier<T> work) {
        return product.get(Access.class).asSystem("bench", work);
    }

    private static void until(BooleanSupplier over) {
        long start = System.nanoTime();
        while (!over.getAsBoolean()) {
            LockSupport.parkNanos(5_000_000);
            if (System.nanoTime() - start > LONGEST_WAIT.toNanos()) {
                throw new IllegalStateException("It takes too long");
            }
        }
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
