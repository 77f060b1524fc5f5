package dev.rollcall.requests;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.planner.WantsChanged;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.InvalidInput;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people would like of each weekday. Each says so for themselves, and it counts at once; who
/// plans them may read it.
@Service
public class Preferences {

    private static final String WHAT = "preferences";

    private final PreferenceTable table;
    private final Askers people;
    private final Access access;
    private final AuditLog audit;
    private final Retries retries;
    private final ApplicationEventPublisher events;

    Preferences(
            PreferenceTable table,
            Askers people,
            Access access,
            AuditLog audit,
            Retries retries,
            ApplicationEventPublisher events) {
        this.table = table;
        this.people = people;
        this.access = access;
        this.audit = audit;
        this.retries = retries;
        this.events = events;
    }

    /// The wishes of those among some people whom the caller may plan, each by weekday; who has
    /// none has an empty list, who is out of scope no entry.
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional(readOnly = true)
    public Map<AgentId, List<Preference>> of(Collection<AgentId> agents) {
        var scope = access.scope(Permission.SCHEDULE_WRITE);
        return table.of(agents.stream().filter(agent -> people.isIn(scope, agent)).toList());
    }

    /// One's own wishes, by weekday.
    ///
    /// @throws AccessDeniedException when the caller is nobody who has plans
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    @Transactional(readOnly = true)
    public List<Preference> own() {
        var self = people.self();
        return table.of(List.of(self.id())).getOrDefault(self.id(), List.of());
    }

    /// Says anew what one would like; nothing else is wished from then on.
    ///
    /// @throws InvalidInput when one time of one weekday is named twice
    /// @throws AccessDeniedException when the caller is nobody who has plans
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    public void change(List<Preference> wishes) {
        var self = people.self();
        check(wishes);
        retries.inTransaction(() -> write(self, wishes));
    }

    /// Takes down what somebody would like, in their name: for systems in which they say it.
    ///
    /// @throws InvalidInput when one time of one weekday is named twice
    /// @throws NotFound when the person is not among those the caller may plan
    @Requires(Permission.SCHEDULE_WRITE)
    public void record(AgentId agent, List<Preference> wishes) {
        var person = people.inScope(agent, access.scope(Permission.SCHEDULE_WRITE));
        check(wishes);
        retries.inTransaction(() -> write(person, wishes));
    }

    private static void check(List<Preference> wishes) {
        var named = new HashSet<List<Object>>();
        var problems = new InvalidInput.Collector();
        for (int i = 0; i < wishes.size(); i++) {
            problems.check(
                    named.add(List.of(wishes.get(i).weekday(), wishes.get(i).time())),
                    "/" + i,
                    RequestComplaint.WISH_TWICE.with());
        }
        problems.throwIfAny();
    }

    private void write(Agent self, List<Preference> wishes) {
        var before = table.of(List.of(self.id())).getOrDefault(self.id(), List.of());
        if (new HashSet<>(before).equals(new HashSet<>(wishes))) {
            return;
        }
        table.replace(self.id(), wishes);
        audit.changed(access.viewer().actor(), WHAT, self.externalId(), told(before), told(wishes));
        events.publishEvent(new WantsChanged(Set.of(self.id())));
    }

    private static String told(List<Preference> wishes) {
        return wishes.isEmpty()
                ? "none"
                : wishes.stream()
                        .map(wish ->
                                "%s %s %s".formatted(wish.weekday(), wish.weight(), wish.time()))
                        .collect(Collectors.joining("; "));
    }
}
