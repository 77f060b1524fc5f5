package dev.rollcall.development;

import dev.rollcall.people.AgentId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.NotFound;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The caller's own plan, which is as much theirs as of whoever looks after them.
@Service
public class OwnDevelopment {

    private final PlanTable table;
    private final PlanDesk desk;
    private final DevelopmentNews news;
    private final Access access;

    OwnDevelopment(PlanTable table, PlanDesk desk, DevelopmentNews news, Access access) {
        this.table = table;
        this.desk = desk;
        this.news = news;
        this.access = access;
    }

    /// One of one's plans. What one had not seen one has seen now.
    ///
    /// @param number null: the open one
    /// @return empty when there is none
    @Requires(Permission.COACHING_OWN)
    @Transactional
    public Optional<PlanFile> open(@Nullable Long number) {
        news.read();
        return access.viewer()
                .agent()
                .flatMap(self ->
                        (number == null ? table.open(self) : table.find(number))
                                .filter(plan -> plan.agent().equals(self)))
                .map(plan -> desk.open(plan, Side.PERSON));
    }

    /// All of one's plans, the latest first.
    @Requires(Permission.COACHING_OWN)
    @Transactional(readOnly = true)
    public List<DevelopmentPlan> plans() {
        return access.viewer().agent().map(table::of).orElse(List.of());
    }

    /// Begins a plan and tells those who look after the caller.
    ///
    /// @param review when both look at it first; null: no day is set
    /// @return its number
    /// @throws dev.rollcall.shared.InvalidInput naming every bad field
    /// @throws dev.rollcall.shared.EditConflict when one is open already
    /// @throws NotFound for whoever is no agent
    @Requires(Permission.COACHING_OWN)
    @Transactional
    public long begin(String aim, @Nullable LocalDate review) {
        return desk.begin(self(), Side.PERSON, aim, review);
    }

    /// Changes one's plan and tells whoever looks after it.
    ///
    /// @throws dev.rollcall.shared.InvalidInput naming every bad field
    /// @throws dev.rollcall.shared.EditConflict when it is another version, or closed
    /// @throws NotFound when it is not one's own, or there is nothing such in it
    @Requires(Permission.COACHING_OWN)
    @Transactional
    public void edit(long number, long expectedVersion, PlanEdit edit) {
        var self = self();
        var plan =
                table.find(number)
                        .filter(each -> each.agent().equals(self))
                        .orElseThrow(() -> new NotFound(PlanDesk.WHAT, "" + number));
        desk.edit(plan, expectedVersion, Side.PERSON, edit);
    }

    private AgentId self() {
        return access.viewer().agent().orElseThrow(() -> new NotFound("agent", "self"));
    }
}
