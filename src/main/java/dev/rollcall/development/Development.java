package dev.rollcall.development;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.NotFound;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The plans of one's people, for whoever looks after them. Nobody meets their own here: that is
/// [OwnDevelopment].
@Service
public class Development {

    private final PlanTable table;
    private final PlanDesk desk;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;

    Development(
            PlanTable table, PlanDesk desk, Directory directory, Access access, AuditLog audit) {
        this.table = table;
        this.desk = desk;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
    }

    /// Whom the caller looks after, by name, and how their plans stand.
    @Requires(Permission.COACHING_WRITE)
    @Transactional(readOnly = true)
    public List<PlanLine> list() {
        var people = people();
        var files = new HashMap<AgentId, PlanFile>();
        table.files(table.open(people.stream().map(Agent::id).toList()))
                .forEach(each -> files.put(each.plan().agent(), each));
        return people.stream().map(each -> line(each, files.get(each.id()))).toList();
    }

    private PlanLine line(Agent agent, @Nullable PlanFile file) {
        if (file == null) {
            return new PlanLine(agent, null, OptionalInt.empty(), null, false, 0, false, false);
        }
        var today = desk.today(agent.id());
        var review = file.nextReview().map(PlanReview::due).orElse(null);
        return new PlanLine(
                agent,
                file.plan().aim(),
                file.progress(),
                review,
                review != null && !review.isAfter(today),
                file.overdue(today).size(),
                file.goals().stream()
                        .anyMatch(each ->
                                each.droppedBy() == Side.PERSON
                                        || (each.droppedBy() == null
                                                && !each.agreement().isOf(Side.LEAD))),
                file.isNewTo(Side.LEAD));
    }

    /// Somebody the caller looks after; empty for anybody else.
    ///
    /// @param code their external id
    @Requires(Permission.COACHING_WRITE)
    public Optional<Agent> person(String code) {
        return directory.agent(code).filter(this::isMine);
    }

    /// One of their plans; a look at somebody's detail, and written down as one.
    ///
    /// @param number null: the open one
    /// @return empty when there is none, or the caller does not look after them
    @Requires(Permission.COACHING_WRITE)
    @Transactional
    public Optional<PlanFile> open(AgentId agent, @Nullable Long number) {
        return directory
                .agent(agent)
                .filter(this::isMine)
                .flatMap(known ->
                        (number == null ? table.open(agent) : table.find(number))
                                .filter(plan -> plan.agent().equals(agent))
                                .map(plan -> {
                                    audit.looked(
                                            access.viewer().actor(),
                                            known.externalId(),
                                            "development plan");
                                    return desk.open(plan, Side.LEAD);
                                }));
    }

    /// All plans of somebody, the latest first.
    @Requires(Permission.COACHING_WRITE)
    @Transactional(readOnly = true)
    public List<DevelopmentPlan> plans(AgentId agent) {
        return directory.agent(agent).filter(this::isMine).isPresent()
                ? table.of(agent)
                : List.of();
    }

    /// Begins a plan for somebody and tells them.
    ///
    /// @param review when both look at it first; null: no day is set
    /// @return its number
    /// @throws dev.rollcall.shared.InvalidInput naming every bad field
    /// @throws dev.rollcall.shared.EditConflict when one is open already
    /// @throws NotFound when the caller does not look after them
    @Requires(Permission.COACHING_WRITE)
    @Transactional
    public long begin(AgentId agent, String aim, @Nullable LocalDate review) {
        demandMine(agent);
        return desk.begin(agent, Side.LEAD, aim, review);
    }

    /// Changes a plan and tells the person.
    ///
    /// @throws dev.rollcall.shared.InvalidInput naming every bad field
    /// @throws dev.rollcall.shared.EditConflict when it is another version, or closed
    /// @throws NotFound when there is no such plan of one's people, or nothing such in it
    @Requires(Permission.COACHING_WRITE)
    @Transactional
    public void edit(long number, long expectedVersion, PlanEdit edit) {
        var plan =
                table.find(number)
                        .filter(each ->
                                directory.agent(each.agent()).filter(this::isMine).isPresent())
                        .orElseThrow(() -> new NotFound(PlanDesk.WHAT, "" + number));
        desk.edit(plan, expectedVersion, Side.LEAD, edit);
    }

    private List<Agent> people() {
        var self = access.viewer().agent();
        return directory.agents(access.scope(Permission.COACHING_WRITE)).stream()
                .filter(each -> self.filter(each.id()::equals).isEmpty())
                .toList();
    }

    private boolean isMine(Agent agent) {
        var viewer = access.viewer();
        return viewer.agent().filter(agent.id()::equals).isEmpty()
                && viewer.scope(Permission.COACHING_WRITE).includes(agent, null);
    }

    private void demandMine(AgentId agent) {
        if (directory.agent(agent).filter(this::isMine).isEmpty()) {
            throw new NotFound("agent", "" + agent.value());
        }
    }
}
