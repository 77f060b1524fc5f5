--liquibase formatted sql

--changeset rollcall:presence-0004-reasons-as-they-come
--comment A feed may use reasons nobody listed here, in any script; they are kept as they come.
alter table presence_event modify code varchar(100) character set utf8mb4 collate utf8mb4_nopad_bin;
alter table presence_segment modify code varchar(100) character set utf8mb4 collate utf8mb4_nopad_bin;
alter table presence_head modify code varchar(100) character set utf8mb4 collate utf8mb4_nopad_bin;
