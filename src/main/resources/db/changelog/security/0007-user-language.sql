--liquibase formatted sql

--changeset rollcall:security-0007-user-language
--comment In which language somebody last read Rollcall; what reaches them elsewhere is worded in it.
create table if not exists user_language (
    user_id  bigint      not null,
    language varchar(35) character set ascii collate ascii_bin not null comment 'a language tag, with the region',
    primary key (user_id),
    constraint user_language_of foreign key (user_id) references app_user (id) on delete cascade
) engine = InnoDB default character set utf8mb4;
