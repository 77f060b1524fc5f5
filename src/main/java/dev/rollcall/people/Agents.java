package dev.rollcall.people;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Agents extends Repository<AgentRow, Long> {

    Optional<AgentRow> findByExternalId(String externalId);

    AgentRow saveAndFlush(AgentRow agent);
}
