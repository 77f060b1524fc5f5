package dev.rollcall.incentives;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tries schemes on periods that are over. Nothing is written but that it was tried.
@Service
public class DryRuns {

    /// So many periods back one may try at most.
    public static final int MOST_PERIODS = 6;

    private final Schemes schemes;
    private final FigureReader reader;
    private final Sight sight;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;

    DryRuns(
            Schemes schemes,
            FigureReader reader,
            Sight sight,
            Directory directory,
            Access access,
            AuditLog audit,
            ApplicationClock clock) {
        this.schemes = schemes;
        this.reader = reader;
        this.sight = sight;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// What a version, live or a draft, would have come to.
    ///
    /// Of figures that are each person's own it is tried on everybody or nobody: two tries on two
    /// teams that differ by one person would tell of that person.
    ///
    /// @param periods how many, the last ones that are over
    /// @throws NotFound when there is no such version among the caller's
    /// @throws InvalidInput when it is about people's own figures and not about everybody
    /// @throws AccessDeniedException when people take part whom the caller does not look after
    @Requires(Permission.INCENTIVES_WRITE)
    @Transactional
    public DryRun run(String code, int number, int periods) {
        var version =
                schemes.find(code).stream()
                        .flatMap(scheme -> scheme.versions().stream())
                        .filter(each -> each.number() == number)
                        .findFirst()
                        .orElseThrow(() -> new NotFound(Schemes.WHAT, code + " " + number));
        var rules = version.rules();
        if (!schemes.mayWrite(rules)) {
            throw new AccessDeniedException("People take part whom you do not look after.");
        }
        if (rules.tellsOwnFigures() && !(rules.units().isEmpty() && rules.groups().isEmpty())) {
            throw InvalidInput.of(
                    "/units",
                    Complaint.of(
                            "tryOwn",
                            "What people achieved is theirs: this is tried on everybody or not at all. Take units and groups out to try it."));
        }
        audit.changed(
                access.viewer().actor(), Schemes.WHAT, code, null, "tried: " + Rows.json(rules));
        var tried = new ArrayList<DryRun.Tried>();
        var period = rules.rhythm().of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        for (int i = 0; i < Math.clamp(periods, 1, MOST_PERIODS); i++) {
            period = rules.rhythm().before(period);
            var reckoned = reader.reckon(rules, period);
            tried.add(
                    new DryRun.Tried(
                            period,
                            Sums.of(reckoned.reasons().values(), rules.tellsOwnFigures()),
                            reckoned.waiting(),
                            lines(rules, reckoned.reasons())));
        }
        return new DryRun(version, tried);
    }

    private List<DryRun.Line> lines(Rules rules, Map<AgentId, Reason> reasons) {
        return reasons.entrySet().stream()
                .filter(each ->
                        directory
                                .agent(each.getKey())
                                .filter(agent -> sight.sees(rules, agent))
                                .isPresent())
                .map(each ->
                        new DryRun.Line(each.getKey(), each.getValue().given(), each.getValue()))
                .toList();
    }
}
