package dev.rollcall.people;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Departments extends Repository<DepartmentRow, Long> {

    Optional<DepartmentRow> findById(Long id);

    Optional<DepartmentRow> findByCode(String code);

    DepartmentRow saveAndFlush(DepartmentRow department);
}
