package dev.rollcall.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "unit")
class UnitRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String code = "";
    private String name = "";
    private String zone = "";

    @Column(name = "parent_id")
    private @Nullable Long parent;

    private String workingDays = WorkingDays.write(WorkingDays.USUAL);

    @Version private long version = 1;

    protected UnitRow() {}

    UnitRow(String code) {
        this.code = code;
    }

    void become(String name, String zone, @Nullable Long parent, Set<DayOfWeek> workingDays) {
        this.name = name;
        this.zone = zone;
        this.parent = parent;
        this.workingDays = WorkingDays.write(workingDays);
    }

    UnitId id() {
        return new UnitId(Saved.id(id));
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    String zone() {
        return zone;
    }

    @Nullable Long parent() {
        return parent;
    }

    Set<DayOfWeek> workingDays() {
        return WorkingDays.read(workingDays);
    }

    long version() {
        return version;
    }
}
