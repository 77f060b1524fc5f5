package dev.rollcall.development;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.development.PlanChange.What;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// Where plans are written, by either of their owners. It asks nobody for permission: whoever calls
/// it has. Each change says who made it and when, and the other is told.
@Component
class PlanDesk {

    static final String WHAT = "development plan";

    private final PlanTable table;
    private final SourceCheck sources;
    private final DevelopmentNews news;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;

    PlanDesk(
            PlanTable table,
            SourceCheck sources,
            DevelopmentNews news,
            Directory directory,
            Access access,
            AuditLog audit,
            ApplicationClock clock) {
        this.table = table;
        this.sources = sources;
        this.news = news;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    LocalDate today(AgentId agent) {
        return LocalDate.ofInstant(
                clock.instant(), directory.agent(agent).map(Agent::zone).orElse(ZoneOffset.UTC));
    }

    /// Begins a plan.
    ///
    /// @param review when both look at it first; null: no day is set
    /// @throws InvalidInput naming every bad field
    /// @throws dev.rollcall.shared.EditConflict when one is open already
    long begin(AgentId agent, Side side, String aim, @Nullable LocalDate review) {
        var problems = new InvalidInput.Collector();
        Checks.text(aim, "/text", Checks.AIM, true, problems);
        Checks.ahead(review, "/due", today(agent), problems);
        problems.throwIfAny();
        var by = access.viewer().actor();
        long number;
        try {
            number = table.insert(agent, aim.strip(), by.name(), clock.instant());
        } catch (DuplicateKeyException e) {
            throw audit.conflict(WHAT, "of " + agent.value());
        }
        var made = known(number);
        table.count(made, side == Side.LEAD ? by : null);
        write(made, side, What.BEGUN, aim.strip(), null);
        if (review != null) {
            table.setReview(number, review);
            write(made, side, What.REVIEW_SET, review.toString(), null);
        }
        table.seen(number, side, clock.instant());
        news.begun(known(number), side, by.name());
        return number;
    }

    /// Everything of a plan; what the other changed since is new until it was read once.
    PlanFile open(DevelopmentPlan plan, Side side) {
        var file = table.file(plan);
        if (file.isNewTo(side)) {
            table.seen(plan.number(), side, clock.instant());
        }
        return file;
    }

    /// Changes a plan.
    ///
    /// @throws InvalidInput naming every bad field
    /// @throws NotFound when what is to be changed is not in the plan
    /// @throws dev.rollcall.shared.EditConflict when it is another version, or closed
    void edit(DevelopmentPlan plan, long expectedVersion, Side side, PlanEdit edit) {
        Checks.edit(edit, today(plan.agent()));
        var by = access.viewer().actor();
        if (!plan.isOpen()
                || plan.version() != expectedVersion
                || !table.count(plan, side == Side.LEAD ? by : null)) {
            throw audit.conflict(WHAT, "" + plan.number());
        }
        var file = table.file(plan);
        switch (edit) {
            case PlanEdit.Aim(var text) -> {
                table.aim(plan.number(), text.strip());
                write(plan, side, What.AIM, text.strip(), plan.aim());
            }
            case PlanEdit.AddGoal added -> addGoal(file, side, added);
            case PlanEdit.ChangeGoal(var number, var text, var due) -> {
                var goal = goal(file, number);
                table.goal(number, text.strip(), due);
                rewritten(plan, goal, side, What.GOAL_CHANGED, text.strip());
            }
            case PlanEdit.Agree(var number) -> agree(plan, goal(file, number), side);
            case PlanEdit.DropGoal(var number) -> drop(plan, goal(file, number), side);
            case PlanEdit.KeepGoal(var number) -> {
                var goal = goal(file, number);
                table.toDrop(number, null);
                write(plan, side, What.GOAL_KEPT, goal.text(), null);
            }
            case PlanEdit.AddObjective added -> {
                var goal = goal(file, added.goal());
                few(goal.objectives().size());
                table.insertObjective(added);
                rewritten(plan, goal, side, What.OBJECTIVE_ADDED, added.text().strip());
            }
            case PlanEdit.DropObjective(var number) -> {
                var goal = goalOf(file, number);
                table.dropObjective(number);
                rewritten(plan, goal, side, What.OBJECTIVE_DROPPED, objective(file, number).text());
            }
            case PlanEdit.Measure(var number, var current) -> {
                var objective = objective(file, number);
                if (!objective.isMeasured()) {
                    throw new NotFound("objective", "" + number);
                }
                table.measure(number, current);
                write(
                        plan,
                        side,
                        What.OBJECTIVE_MEASURED,
                        (objective.text() + ": " + current.toPlainString() + " " + objective.unit())
                                .strip(),
                        null);
            }
            case PlanEdit.Reach(var number, var reached) -> {
                var objective = objective(file, number);
                if (objective.isMeasured()) {
                    throw new NotFound("objective", "" + number);
                }
                table.reach(number, reached ? clock.instant() : null);
                write(
                        plan,
                        side,
                        reached ? What.OBJECTIVE_REACHED : What.OBJECTIVE_REOPENED,
                        objective.text(),
                        null);
            }
            case PlanEdit.AddStep added -> {
                sources.demand(plan.agent(), added.source());
                var goal = added.goal();
                if (goal != null) {
                    goal(file, goal);
                }
                few(file.steps().size());
                table.insertStep(plan.number(), added);
                write(plan, side, What.STEP_ADDED, added.text().strip(), null);
            }
            case PlanEdit.Tick(var number, var done) -> {
                var step = find(file.steps(), PlanStep::number, number, "step");
                table.tick(number, done ? clock.instant() : null);
                write(plan, side, done ? What.STEP_DONE : What.STEP_REOPENED, step.text(), null);
            }
            case PlanEdit.DropStep(var number) -> {
                var step = find(file.steps(), PlanStep::number, number, "step");
                table.dropStep(number);
                write(plan, side, What.STEP_DROPPED, step.text(), null);
            }
            case PlanEdit.AddRemark added -> {
                sources.demand(plan.agent(), added.source());
                few(file.remarks().size());
                table.insertRemark(plan.number(), added, side, by.name());
                write(
                        plan,
                        side,
                        What.valueOf(added.kind() + "_ADDED"),
                        added.text().strip(),
                        null);
            }
            case PlanEdit.DropRemark(var number) -> {
                var remark = find(file.remarks(), Remark::number, number, "remark");
                if (remark.side() != side) {
                    throw new NotFound("remark", "" + number);
                }
                table.dropRemark(number);
                write(plan, side, What.REMARK_DROPPED, remark.text(), null);
            }
            case PlanEdit.SetReview(var due) -> {
                var before =
                        file.nextReview()
                                .map(PlanReview::due)
                                .map(LocalDate::toString)
                                .orElse(null);
                table.setReview(plan.number(), due);
                write(plan, side, What.REVIEW_SET, due.toString(), before);
            }
            case PlanEdit.HoldReview held -> hold(file, side, held, by.name());
            case PlanEdit.NoteReview(var number) -> note(file, side, number);
            case PlanEdit.Close(var words) -> {
                table.close(plan.number(), words.strip(), by.name(), clock.instant());
                write(plan, side, What.CLOSED, words.strip(), null);
            }
        }
        news.changed(known(plan.number()), side, by.name(), edit);
    }

    // ------------------------------------------------------------------ goals

    private void addGoal(PlanFile file, Side side, PlanEdit.AddGoal added) {
        var plan = file.plan();
        sources.demand(plan.agent(), added.source());
        few(file.goals().size());
        table.insertGoal(
                plan.number(),
                added.text().strip(),
                added.due(),
                Agreement.writtenBy(side, clock.instant()),
                added.source());
        write(plan, side, What.GOAL_ADDED, added.text().strip(), null);
    }

    /// What the other agreed to was another goal: they are asked anew, and told at once when both
    /// had agreed.
    private void rewritten(DevelopmentPlan plan, PlanGoal goal, Side side, What what, String text) {
        table.agreement(goal.number(), Agreement.writtenBy(side, clock.instant()), null);
        write(plan, side, what, text, goal.inWords());
        if (goal.agreedAs() != null) {
            news.agreedGoal(plan, side, access.viewer().actor().name(), goal.text(), false);
        }
    }

    private void agree(DevelopmentPlan plan, PlanGoal goal, Side side) {
        if (goal.droppedBy() == side.other()) {
            table.dropGoal(goal.number());
            write(plan, side, What.GOAL_DROPPED, goal.text(), goal.inWords());
            return;
        }
        if (goal.droppedBy() == side || goal.agreement().isOf(side)) {
            throw new NotFound("goal to agree to", "" + goal.number());
        }
        var agreement = goal.agreement().with(side, clock.instant());
        table.agreement(goal.number(), agreement, agreement.isWhole() ? goal.inWords() : null);
        write(plan, side, What.GOAL_AGREED, goal.text(), null);
    }

    private void drop(DevelopmentPlan plan, PlanGoal goal, Side side) {
        if (goal.isOnlyOf(side)) {
            table.dropGoal(goal.number());
            write(plan, side, What.GOAL_DROPPED, goal.text(), goal.inWords());
        } else {
            if (goal.droppedBy() != null) {
                throw new NotFound("goal to drop", "" + goal.number());
            }
            table.toDrop(goal.number(), side);
            write(plan, side, What.GOAL_TO_DROP, goal.text(), null);
            news.agreedGoal(plan, side, access.viewer().actor().name(), goal.text(), true);
        }
    }

    private static PlanGoal goal(PlanFile file, long number) {
        return file.goal(number).orElseThrow(() -> new NotFound("goal", "" + number));
    }

    private static PlanGoal goalOf(PlanFile file, long objective) {
        return file.goals().stream()
                .filter(each ->
                        each.objectives().stream().anyMatch(one -> one.number() == objective))
                .findFirst()
                .orElseThrow(() -> new NotFound("objective", "" + objective));
    }

    private static Objective objective(PlanFile file, long number) {
        return find(goalOf(file, number).objectives(), Objective::number, number, "objective");
    }

    private static <T> T find(List<T> all, ToLongFunction<T> of, long number, String what) {
        return all.stream()
                .filter(each -> of.applyAsLong(each) == number)
                .findFirst()
                .orElseThrow(() -> new NotFound(what, "" + number));
    }

    // ------------------------------------------------------------------ reviews

    private void hold(PlanFile file, Side side, PlanEdit.HoldReview held, String by) {
        var plan = file.plan();
        var review =
                file.nextReview()
                        .orElseGet(() -> {
                            table.setReview(plan.number(), today(plan.agent()));
                            return table.file(plan).nextReview().orElseThrow();
                        });
        table.holdReview(review.number(), held, by, clock.instant());
        write(plan, side, What.valueOf("REVIEW_" + held.outcome()), held.words().strip(), null);
        if (side == Side.PERSON) {
            table.noteReview(review.number(), clock.instant());
        }
        var next = held.next();
        if (next != null) {
            table.setReview(plan.number(), next);
            write(plan, side, What.REVIEW_SET, next.toString(), null);
        }
    }

    private void note(PlanFile file, Side side, long number) {
        var review = find(file.reviews(), PlanReview::number, number, "review");
        if (side != Side.PERSON || review.isToCome() || review.notedAt() != null) {
            throw new NotFound("review to take note of", "" + number);
        }
        table.noteReview(number, clock.instant());
        write(file.plan(), side, What.REVIEW_NOTED, review.due().toString(), null);
    }

    // ------------------------------------------------------------------ of use

    private DevelopmentPlan known(long number) {
        return table.find(number).orElseThrow(() -> new NotFound(WHAT, "" + number));
    }

    private static void few(int known) {
        if (known >= Checks.MOST) {
            throw InvalidInput.of(
                    "/text",
                    Checks.sentence(
                            "many",
                            "There are %d already. Be rid of one first.".formatted(Checks.MOST),
                            Checks.MOST));
        }
    }

    /// What people write is theirs: the log of the house says that it was written, not what.
    private void write(
            DevelopmentPlan plan, Side side, What what, String text, @Nullable String before) {
        var by = access.viewer().actor();
        table.changed(plan.number(), side, by.name(), what, text, before, clock.instant());
        audit.changed(
                by,
                WHAT,
                "" + plan.number(),
                null,
                what.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
