package dev.rollcall.quality;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What work is held against. A scorecard belongs to the whole organisation; people who are judged
/// by it may read it.
@Service
public class Scorecards {

    private static final String WHAT = "scorecard";
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final ScorecardTable table;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;

    Scorecards(ScorecardTable table, Access access, AuditLog audit, ApplicationClock clock) {
        this.table = table;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// All there ever were, by code.
    @Requires({Permission.SETTINGS_ADMIN, Permission.QUALITY_VIEW, Permission.QUALITY_WRITE})
    @Transactional(readOnly = true)
    public List<Scorecard> all() {
        return table.all();
    }

    /// Those an evaluation can begin with.
    @Requires({Permission.QUALITY_VIEW, Permission.QUALITY_WRITE})
    @Transactional(readOnly = true)
    public List<Scorecard> offered() {
        return table.all().stream().filter(Scorecard::isOffered).toList();
    }

    @Requires({Permission.SETTINGS_ADMIN, Permission.QUALITY_VIEW, Permission.QUALITY_WRITE})
    @Transactional(readOnly = true)
    public Optional<Scorecard> find(String code) {
        return table.find(code);
    }

    /// Keeps a draft: of a new scorecard, or what the next version of a known one will be.
    ///
    /// @param expectedEdits the edits of the draft the writer saw, 0 when they saw none; null when
    ///   they do not care
    /// @throws InvalidInput naming every bad field
    /// @throws EditConflict when somebody was first
    @Requires(Permission.SETTINGS_ADMIN)
    @Transactional
    public ScorecardVersion save(String code, Sheet sheet, @Nullable Long expectedEdits) {
        demandAll();
        if (!CODE.matcher(code).matches()) {
            throw InvalidInput.of(
                    "/code",
                    SheetCheck.sentence(
                            "code", "Use small letters, digits and hyphens, 40 at most."));
        }
        SheetCheck.check(sheet);
        var known = table.find(code).orElse(null);
        var draft = known == null ? null : known.draft().orElse(null);
        long edits = draft == null ? 0 : draft.edits();
        if (expectedEdits != null && expectedEdits != edits) {
            throw audit.conflict(WHAT, code);
        }
        if (known == null) {
            table.insertCard(code);
            table.insertDraft(code, 1, sheet);
        } else if (draft == null) {
            table.insertDraft(code, known.versions().getFirst().number() + 1, sheet);
        } else if (!table.change(draft, sheet)) {
            throw audit.conflict(WHAT, code);
        }
        var saved = known(code).draft().orElseThrow();
        changed(code, draft == null ? null : told(draft), told(saved));
        return saved;
    }

    /// Publishes the draft: it never changes again, and evaluations that begin now keep to it.
    ///
    /// @throws EditConflict when it is not that draft any more
    /// @throws NotFound when there is no draft
    @Requires(Permission.SETTINGS_ADMIN)
    @Transactional
    public ScorecardVersion publish(String code, long expectedEdits) {
        demandAll();
        var draft = draft(code);
        SheetCheck.check(draft.sheet());
        var by = access.viewer().actor();
        if (draft.edits() != expectedEdits || !table.publish(draft, clock.instant(), by.name())) {
            throw audit.conflict(WHAT, code);
        }
        changed(code, told(draft), "version " + draft.number() + " published");
        return known(code).version(draft.number()).orElseThrow();
    }

    /// Throws the draft away.
    ///
    /// @throws EditConflict when it is not that draft any more
    /// @throws NotFound when there is no draft
    @Requires(Permission.SETTINGS_ADMIN)
    @Transactional
    public void discard(String code, long expectedEdits) {
        demandAll();
        var known = known(code);
        var draft = draft(code);
        if (draft.edits() != expectedEdits || !table.discard(draft)) {
            throw audit.conflict(WHAT, code);
        }
        if (known.versions().size() == 1) {
            table.forget(code);
        }
        changed(code, told(draft), "draft discarded");
    }

    /// Offers a scorecard no more, or again. What was evaluated by it stays.
    @Requires(Permission.SETTINGS_ADMIN)
    @Transactional
    public void retire(String code, boolean retired) {
        demandAll();
        var known = known(code);
        table.retire(code, retired);
        changed(code, state(known.retired()), state(retired));
    }

    private static String state(boolean retired) {
        return retired ? "retired" : "offered";
    }

    private void changed(String code, @Nullable String before, String after) {
        audit.changed(access.viewer().actor(), WHAT, code, before, after);
    }

    private void demandAll() {
        access.demandWholeOrganisation(Permission.SETTINGS_ADMIN, Permission.SETTINGS_ADMIN);
    }

    private Scorecard known(String code) {
        return table.find(code).orElseThrow(() -> new NotFound(WHAT, code));
    }

    private ScorecardVersion draft(String code) {
        return known(code).draft().orElseThrow(() -> new NotFound("draft of scorecard", code));
    }

    private static String told(ScorecardVersion version) {
        return "version %d: %s".formatted(version.number(), QualityJson.write(version.sheet()));
    }
}
