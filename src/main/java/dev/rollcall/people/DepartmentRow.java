package dev.rollcall.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "department")
class DepartmentRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String code = "";
    private String name = "";

    @Column(name = "unit_id")
    private long unit;

    @Version private long version = 1;

    protected DepartmentRow() {}

    DepartmentRow(String code) {
        this.code = code;
    }

    void become(String name, UnitId unit) {
        this.name = name;
        this.unit = unit.value();
    }

    DepartmentId id() {
        return new DepartmentId(Saved.id(id));
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

    long version() {
        return version;
    }
}
