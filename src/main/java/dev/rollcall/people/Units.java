package dev.rollcall.people;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Units extends Repository<UnitRow, Long> {

    Optional<UnitRow> findById(Long id);

    Optional<UnitRow> findByCode(String code);

    /// The whole tree, held until the transaction ends: two moves at once could close a circle that
    /// neither of them sees.
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select unit from UnitRow unit order by unit.id")
    List<UnitRow> lockTree();

    UnitRow saveAndFlush(UnitRow unit);
}
