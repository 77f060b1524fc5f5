package dev.rollcall.people;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Departments extends Repository<DepartmentRow, Long> {

    Optional<DepartmentRow> findById(Long id);

    Optional<DepartmentRow> findByCode(String code);

    /// Held until the transaction ends: two groups that leave at once would each take the other for
    /// the one that stays.
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select department from DepartmentRow department where department.id = :id")
    Optional<DepartmentRow> lock(Long id);

    DepartmentRow saveAndFlush(DepartmentRow department);
}
