package dev.rollcall.incentives;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.requests.AbsenceType;
import dev.rollcall.requests.AbsenceTypes;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What points can be spent on.
@Service
public class Rewards {

    static final String WHAT = "reward";

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_ABOUT = 300;
    private static final BigDecimal MOST_MONEY = BigDecimal.valueOf(100_000);

    private final RewardTable table;
    private final AbsenceTypes absences;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;

    Rewards(
            RewardTable table,
            AbsenceTypes absences,
            Directory directory,
            Access access,
            AuditLog audit) {
        this.table = table;
        this.absences = absences;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
    }

    /// All of them that are for any of the caller's people, the cheapest first.
    @Requires(Permission.INCENTIVES_WRITE)
    @Transactional(readOnly = true)
    public List<Reward> all() {
        var scope = access.scope(Permission.INCENTIVES_WRITE);
        return table.rewards().stream()
                .filter(each -> each.unit() == null || scope.includes(each.unit()))
                .toList();
    }

    /// Whether the caller may change it: it is for nobody but their people.
    public boolean mayWrite(Reward reward) {
        Scope scope = access.scope(Permission.INCENTIVES_WRITE);
        var unit = reward.unit();
        return unit == null ? scope.everybody() : scope.includes(unit);
    }

    /// Kinds of time off a reward can be: those without an allowance, which the points are instead.
    @Requires(Permission.INCENTIVES_WRITE)
    @Transactional(readOnly = true)
    public List<AbsenceType> timeOff() {
        return absences.offered().stream()
                .filter(type -> type.limit() == AbsenceType.Limit.NONE)
                .toList();
    }

    /// Offers a reward, or changes one. What was asked for stays as it was asked for.
    ///
    /// @throws InvalidInput naming every bad field
    /// @throws EditConflict when somebody was first
    /// @throws AccessDeniedException when it is for people the caller does not look after
    @Requires(Permission.INCENTIVES_WRITE)
    @Transactional
    public long save(Reward reward) {
        check(reward);
        var before = reward.number() == 0 ? null : known(reward.number());
        if (!mayWrite(reward) || before != null && !mayWrite(before)) {
            throw new AccessDeniedException("This is for people whom you do not look after.");
        }
        long number = table.save(reward);
        if (number == 0) {
            throw audit.conflict(WHAT, "" + reward.number(), reward.name());
        }
        audit.changed(
                access.viewer().actor(),
                WHAT,
                "" + number,
                before == null ? null : told(before),
                told(reward));
        return number;
    }

    private Reward known(long number) {
        return table.reward(number).orElseThrow(() -> new NotFound(WHAT, "" + number));
    }

    private void check(Reward reward) {
        var problems = new InvalidInput.Collector();
        problems.check(
                !reward.name().isBlank() && reward.name().length() <= LONGEST_NAME,
                "/name",
                Complaint.of(
                        "name",
                        "Give it a name of at most %d characters.".formatted(LONGEST_NAME),
                        LONGEST_NAME));
        problems.check(
                reward.about().length() <= LONGEST_ABOUT,
                "/about",
                Complaint.of(
                        "long",
                        "Use at most %d characters.".formatted(LONGEST_ABOUT),
                        LONGEST_ABOUT));
        problems.check(
                reward.price() > 0 && reward.price() <= Earning.MOST,
                "/price",
                Complaint.of("price", "Use whole points, 1 or more."));
        var stock = reward.stock();
        problems.check(
                stock == null || stock >= 0,
                "/stock",
                Complaint.of("stock", "Use 0 or more, or leave it empty."));
        var unit = reward.unit();
        problems.check(
                unit == null || directory.unit(unit).isPresent(),
                "/unit",
                Complaint.of("unit", "There is no such unit."));
        problems.check(
                reward.kind() != Reward.Kind.TIME_OFF
                        || timeOff().stream()
                                .anyMatch(type -> type.code().equals(reward.absence())),
                "/absence",
                Complaint.of(
                        "absence",
                        "Choose a kind of time off that takes from no allowance; the points are the allowance."));
        var amount = reward.amount();
        problems.check(
                reward.kind() != Reward.Kind.MONEY
                        || amount != null
                                && amount.signum() > 0
                                && amount.compareTo(MOST_MONEY) <= 0
                                && amount.stripTrailingZeros().scale() <= 2
                                && isCurrency(reward.currency()),
                "/amount",
                Complaint.of(
                        "amount",
                        "Say how much money, with at most two decimals, and its currency by three letters."));
        problems.throwIfAny();
    }

    private static boolean isCurrency(@Nullable String code) {
        return code != null
                && Currency.getAvailableCurrencies().stream()
                        .anyMatch(each -> each.getCurrencyCode().equals(code));
    }

    private static String told(Reward reward) {
        return "%s, %s, %d points%s"
                .formatted(
                        reward.name(),
                        reward.kind(),
                        reward.price(),
                        reward.offered() ? "" : ", not offered");
    }
}
