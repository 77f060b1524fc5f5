package dev.rollcall.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "agent_group")
class GroupRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String code = "";
    private String name = "";

    @Column(name = "unit_id")
    private long unit;

    @Column(name = "department_id")
    private @Nullable Long department;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Channel channel = Channel.TEAM;

    @Version private long version = 1;

    protected GroupRow() {}

    GroupRow(String code) {
        this.code = code;
    }

    void become(String name, UnitId unit, @Nullable DepartmentId department, Channel channel) {
        this.name = name;
        this.unit = unit.value();
        this.department = department == null ? null : department.value();
        this.channel = channel;
    }

    GroupId id() {
        return new GroupId(Saved.id(id));
    }

    String name() {
        return name;
    }

    String code() {
        return code;
    }

    UnitId unit() {
        return new UnitId(unit);
    }

    @Nullable DepartmentId department() {
        return department == null ? null : new DepartmentId(department);
    }

    Channel channel() {
        return channel;
    }

    long version() {
        return version;
    }
}
