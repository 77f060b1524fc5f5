package dev.rollcall.incentives;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Schemes: drafted, tried on past periods, live from a period on, changed by the next version,
/// ended. What people work towards never changes under their hands: a change counts from a period
/// on that has not begun.
@Service
public class Schemes {

    static final String WHAT = "incentive scheme";

    /// So many months back the first version of a scheme may begin: a present, nobody loses by it.
    static final int MONTHS_BACK = 4;

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final SchemeTable table;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;

    Schemes(
            SchemeTable table,
            Directory directory,
            Access access,
            AuditLog audit,
            ApplicationClock clock) {
        this.table = table;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    // ------------------------------------------------------------------ reading

    /// Those in which anybody the caller looks after may take part.
    @Requires({Permission.INCENTIVES_VIEW, Permission.INCENTIVES_WRITE})
    @Transactional(readOnly = true)
    public List<Scheme> all() {
        var scope = access.scope(Permission.INCENTIVES_VIEW, Permission.INCENTIVES_WRITE);
        return table.all().stream().filter(each -> touches(each.rules(), scope)).toList();
    }

    @Requires({Permission.INCENTIVES_VIEW, Permission.INCENTIVES_WRITE})
    @Transactional(readOnly = true)
    public Optional<Scheme> find(String code) {
        return all().stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /// Whether the caller may change it: everybody who may take part is theirs to look after.
    public boolean mayWrite(Rules rules) {
        return covers(access.scope(Permission.INCENTIVES_WRITE), rules);
    }

    private boolean touches(Rules rules, Scope scope) {
        return scope.everybody()
                || rules.units().isEmpty()
                || rules.units().stream()
                        .flatMap(code -> directory.unit(code).stream())
                        .flatMap(unit -> directory.withDescendants(unit.id()).stream())
                        .anyMatch(scope::includes);
    }

    private boolean covers(Scope scope, Rules rules) {
        return scope.everybody()
                || !rules.units().isEmpty()
                        && rules.units().stream()
                                .allMatch(code ->
                                        directory
                                                .unit(code)
                                                .map(Unit::id)
                                                .filter(scope::includes)
                                                .isPresent());
    }

    // ------------------------------------------------------------------ changing

    /// Writes the draft of a scheme, a new one or that of the next version.
    ///
    /// @param expectedEdits of the draft the writer saw; 0 when there was none
    /// @throws InvalidInput naming every bad field
    /// @throws EditConflict when somebody was first
    /// @throws AccessDeniedException when people take part whom the caller does not look after
    @Requires(Permission.INCENTIVES_WRITE)
    @Transactional
    public SchemeVersion save(String code, Rules rules, LocalDate starts, long expectedEdits) {
        if (!CODE.matcher(code).matches()) {
            throw InvalidInput.of(
                    "/code",
                    Complaint.of("code", "Use small letters, digits and hyphens, 40 at most."));
        }
        RulesCheck.check(rules, directory);
        demandMine(rules);
        var known = table.find(code).orElse(null);
        if (known != null) {
            demandMine(known.rules());
        }
        checkStart(known, rules, starts);
        boolean written;
        if (known == null || known.draft().isEmpty()) {
            table.create(code);
            int next = known == null ? 1 : known.latest().map(SchemeVersion::number).orElse(0) + 1;
            written = expectedEdits == 0 && table.insert(code, next, rules, starts);
        } else {
            written = table.update(code, expectedEdits, rules, starts);
        }
        if (!written) {
            throw audit.conflict(WHAT, code, rules.name());
        }
        var saved = table.find(code).flatMap(Scheme::draft).orElseThrow();
        audit.changed(
                by(),
                WHAT,
                code,
                known == null ? null : known.draft().map(Schemes::told).orElse(null),
                told(saved));
        return saved;
    }

    private void checkStart(@Nullable Scheme known, Rules rules, LocalDate starts) {
        var problems = new InvalidInput.Collector();
        var running = rules.rhythm().of(today());
        problems.check(
                rules.rhythm().of(starts).from().equals(starts),
                "/starts",
                Complaint.of(
                        "start", "It starts with a period: a Monday, or the first of a month."));
        var latest = known == null ? null : known.latest().orElse(null);
        if (latest == null) {
            problems.check(
                    !starts.isBefore(running.from().minusMonths(MONTHS_BACK)),
                    "/starts",
                    Complaint.of(
                            "startBack",
                            "It can start %d months back at most.".formatted(MONTHS_BACK),
                            MONTHS_BACK));
        } else {
            problems.check(
                    latest.rules().rhythm() == rules.rhythm(),
                    "/rhythm",
                    Complaint.of(
                            "rhythm",
                            "A scheme keeps its period: end this one and draft another."));
            problems.check(
                    starts.isAfter(running.from()) && starts.isAfter(latest.starts()),
                    "/starts",
                    Complaint.of(
                            "startAhead",
                            "A change counts from a period on that has not begun, after the version before."));
        }
        problems.check(
                known == null || known.endedFrom() == null,
                "/code",
                Complaint.of("ended", "This scheme has ended: draft another."));
        problems.throwIfAny();
    }

    /// Lets a draft count from its first period on.
    ///
    /// @throws InvalidInput when it starts too early by now
    /// @throws EditConflict when somebody was first
    @Requires(Permission.INCENTIVES_WRITE)
    @Transactional
    public void publish(String code, long expectedEdits) {
        var known = known(code);
        var draft =
                known.draft().orElseThrow(() -> audit.conflict(WHAT, code, known.rules().name()));
        demandMine(draft.rules());
        RulesCheck.check(draft.rules(), directory);
        checkStart(known, draft.rules(), draft.starts());
        if (!table.publish(code, expectedEdits, clock.instant(), by().name())) {
            throw audit.conflict(WHAT, code, draft.rules().name());
        }
        audit.changed(
                by(),
                WHAT,
                code,
                "draft",
                "version " + draft.number() + " live from " + draft.starts());
    }

    /// Throws a draft away.
    ///
    /// @throws EditConflict when somebody was first
    @Requires(Permission.INCENTIVES_WRITE)
    @Transactional
    public void discard(String code, long expectedEdits) {
        var known = known(code);
        if (!table.discard(code, expectedEdits)) {
            throw audit.conflict(WHAT, code, known.rules().name());
        }
        audit.changed(by(), WHAT, code, "draft", null);
    }

    /// Ends a scheme with the period that runs: what people work towards now is still paid.
    ///
    /// @return the first day it does not count for
    /// @throws EditConflict when it has ended already
    @Requires(Permission.INCENTIVES_WRITE)
    @Transactional
    public LocalDate end(String code) {
        var known = known(code);
        var from = known.rules().rhythm().of(today()).to().plusDays(1);
        if (known.latest().isEmpty() || !table.end(code, from)) {
            throw audit.conflict(WHAT, code, known.rules().name());
        }
        audit.changed(by(), WHAT, code, "live", "ended from " + from);
        return from;
    }

    private Scheme known(String code) {
        var known = table.find(code).orElseThrow(() -> new NotFound(WHAT, code));
        demandMine(known.rules());
        return known;
    }

    private void demandMine(Rules rules) {
        if (!mayWrite(rules)) {
            throw new AccessDeniedException(
                    "People take part in this scheme whom you do not look after.");
        }
    }

    private static String told(SchemeVersion version) {
        return "version %d from %s: %s"
                .formatted(version.number(), version.starts(), Rows.json(version.rules()));
    }

    private Actor by() {
        return access.viewer().actor();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
