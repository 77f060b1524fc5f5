package dev.rollcall.incentives;

import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the caller earned, and how it came about. Nobody else's.
@Service
public class OwnRewards {

    private static final int PAGE = 50;
    private static final int LOOKED_BACK = 12;

    private final SchemeTable schemes;
    private final AwardTable awards;
    private final Accounts accounts;
    private final Awards runs;
    private final AppealTable appealed;
    private final Appeals appeals;
    private final FigureReader reader;
    private final RewardNews news;
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;

    OwnRewards(
            SchemeTable schemes,
            AwardTable awards,
            Accounts accounts,
            Awards runs,
            AppealTable appealed,
            Appeals appeals,
            FigureReader reader,
            RewardNews news,
            Directory directory,
            Access access,
            ApplicationClock clock) {
        this.schemes = schemes;
        this.awards = awards;
        this.accounts = accounts;
        this.runs = runs;
        this.appealed = appealed;
        this.appeals = appeals;
        this.reader = reader;
        this.news = news;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    /// Points the caller has to spend; 0 for who is no agent. Less than 0 where points were taken
    /// back that were spent already.
    @Requires(Permission.INCENTIVES_OWN)
    @Transactional(readOnly = true)
    public long balance() {
        return self().map(agent -> accounts.balance(agent.id())).orElse(0L);
    }

    /// An entry of the ledger with what explains it.
    ///
    /// @param scheme the name of the scheme; null where it is of none
    /// @param period it is of; null for none
    /// @param reason of an award, or of the award that was taken back; null for none
    public record Explained(
            LedgerEntry entry,
            @Nullable String scheme,
            @Nullable Period period,
            @Nullable Reason reason) {}

    /// How the balance came about, the newest first.
    ///
    /// @param before only entries before this one; `Long.MAX_VALUE`: from the newest on
    @Requires(Permission.INCENTIVES_OWN)
    @Transactional(readOnly = true)
    public List<Explained> entries(long before) {
        return self().stream()
                .flatMap(agent -> accounts.page(agent.id(), before, PAGE).stream())
                .map(this::explained)
                .toList();
    }

    Explained explained(LedgerEntry entry) {
        var number = entry.appeal();
        if (number != null) {
            var about = appeals.about(appealed.find(number).orElseThrow());
            return new Explained(entry, about.scheme(), about.period(), null);
        }
        var about = about(entry);
        var run = about.run();
        var revision = about.revision();
        if (run == null || revision == null) {
            return new Explained(entry, null, null, null);
        }
        var known = awards.run(run).orElseThrow();
        return new Explained(
                entry,
                runs.rules(known).name(),
                known.period(),
                awards.award(run, entry.agent(), revision).map(Award::reason).orElse(null));
    }

    /// The award it is about, or the entry itself.
    private LedgerEntry about(LedgerEntry entry) {
        var other = entry.reverses();
        return other == null ? entry : accounts.find(other).orElse(entry);
    }

    /// A period of the caller's that came to nothing, or to something.
    ///
    /// @param run the number of what was awarded
    /// @param at when it was reckoned
    public record Past(long run, String scheme, Period period, Reason reason, Instant at) {}

    /// What the last periods came to for the caller, those without points too, the latest first.
    @Requires(Permission.INCENTIVES_OWN)
    @Transactional(readOnly = true)
    public List<Past> periods() {
        return self().stream()
                .flatMap(agent -> awards.of(agent.id(), LOOKED_BACK).stream())
                .map(award -> {
                    var run = awards.run(award.run()).orElseThrow();
                    return new Past(
                            award.run(),
                            runs.rules(run).name(),
                            run.period(),
                            award.reason(),
                            award.madeAt());
                })
                .toList();
    }

    /// How a scheme stands for the caller in the period that runs.
    ///
    /// @param so what it would come to were it over now, before any cap
    public record Progress(Rules rules, Period period, Reason so) {}

    /// Schemes the caller takes part in now, and how they stand.
    @Requires(Permission.INCENTIVES_OWN)
    @Transactional(readOnly = true)
    public List<Progress> progress() {
        var self = self().orElse(null);
        if (self == null) {
            return List.of();
        }
        var today = LocalDate.ofInstant(clock.instant(), self.zone());
        var progress = new ArrayList<Progress>();
        for (var scheme : schemes.all()) {
            if (scheme.latest().isEmpty()) {
                continue;
            }
            var period = scheme.rules().rhythm().of(today);
            scheme.on(period)
                    .map(SchemeVersion::rules)
                    .filter(rules -> reader.takingPart(rules).contains(self))
                    .ifPresent(rules -> {
                        var figures =
                                reader.read(rules, List.of(self), new Period(period.from(), today))
                                        .people()
                                        .getOrDefault(self.id(), PersonFigures.NONE);
                        progress.add(new Progress(rules, period, Earning.of(rules, figures)));
                    });
        }
        return progress;
    }

    /// Notes that the caller sees for themselves what they were told.
    @Requires(Permission.INCENTIVES_OWN)
    public void seen() {
        news.read();
    }

    Optional<Agent> self() {
        return access.viewer().agent().flatMap(directory::agent);
    }
}
