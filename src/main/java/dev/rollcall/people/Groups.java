package dev.rollcall.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.repository.Repository;

interface Groups extends Repository<GroupRow, Long> {

    Optional<GroupRow> findByCode(String code);

    List<GroupRow> findByCodeIn(Set<String> codes);

    List<GroupRow> findByIdIn(Set<Long> ids);

    List<GroupRow> findByDepartment(Long department);

    GroupRow saveAndFlush(GroupRow group);
}
