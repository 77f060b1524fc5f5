--liquibase formatted sql

--changeset rollcall:database-0001
--comment The durable listeners' outbox (Spring Modulith's event publication registry). Its name and its columns are the framework's; the index over event and listener is what the framework deletes by, without it each deletion would lock all rows.
create table if not exists EVENT_PUBLICATION (
    ID                     varchar(36) character set ascii not null,
    LISTENER_ID            varchar(512)                    not null,
    EVENT_TYPE             varchar(512)                    not null,
    SERIALIZED_EVENT       mediumtext                      not null,
    PUBLICATION_DATE       datetime(6)                     not null,
    COMPLETION_DATE        datetime(6),
    STATUS                 varchar(20),
    COMPLETION_ATTEMPTS    int,
    LAST_RESUBMISSION_DATE datetime(6),
    primary key (ID),
    index event_publication_by_event (SERIALIZED_EVENT(200), LISTENER_ID(200)),
    index event_publication_by_status (STATUS, PUBLICATION_DATE)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
