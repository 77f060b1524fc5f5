package dev.rollcall.people;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "agent")
class AgentRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String externalId = "";
    private String name = "";
    private @Nullable String email;

    @Column(name = "unit_id")
    private long unit;

    private @Nullable String zone;
    private @Nullable Boolean tracked;

    @ElementCollection
    @CollectionTable(name = "agent_group_member", joinColumns = @JoinColumn(name = "agent_id"))
    @Column(name = "group_id")
    private Set<Long> groups = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "agent_may_work_in", joinColumns = @JoinColumn(name = "agent_id"))
    @Column(name = "unit_id")
    private Set<Long> mayWorkIn = new HashSet<>();

    @Version private long version = 1;

    protected AgentRow() {}

    AgentRow(String externalId) {
        this.externalId = externalId;
    }

    void become(
            String name,
            @Nullable String email,
            UnitId unit,
            @Nullable String zone,
            @Nullable Boolean tracked,
            Set<UnitId> mayWorkIn,
            Set<GroupId> groups) {
        this.name = name;
        this.email = email;
        this.unit = unit.value();
        this.zone = zone;
        this.tracked = tracked;
        replace(this.mayWorkIn, mayWorkIn.stream().map(UnitId::value).collect(Collectors.toSet()));
        replace(this.groups, groups.stream().map(GroupId::value).collect(Collectors.toSet()));
    }

    /// In place, so that only what differs is written.
    private static void replace(Set<Long> current, Set<Long> wanted) {
        current.retainAll(wanted);
        current.addAll(wanted);
    }

    AgentId id() {
        return new AgentId(Saved.id(id));
    }

    String externalId() {
        return externalId;
    }

    String name() {
        return name;
    }

    @Nullable String email() {
        return email;
    }

    UnitId unit() {
        return new UnitId(unit);
    }

    @Nullable String zone() {
        return zone;
    }

    @Nullable Boolean tracked() {
        return tracked;
    }

    Set<UnitId> mayWorkIn() {
        return mayWorkIn.stream().map(UnitId::new).collect(Collectors.toUnmodifiableSet());
    }

    Set<GroupId> groups() {
        return groups.stream().map(GroupId::new).collect(Collectors.toUnmodifiableSet());
    }

    long version() {
        return version;
    }
}
