--liquibase formatted sql

--changeset rollcall:incentives-0002-reward
--validCheckSum: ANY
create table if not exists incentives_reward (
    id       bigint         not null auto_increment,
    name     varchar(80)    not null,
    about    varchar(300)   not null,
    kind     varchar(11)    character set ascii not null,
    price    bigint         not null comment 'in points',
    stock    int            null comment 'how many are left; null: as many as are wanted',
    unit_id  bigint         null comment 'whose people it is for; null: everybody',
    absence  varchar(40)    character set ascii collate ascii_bin null comment 'of time off: what stands in the plan',
    amount   decimal(12, 2) null,
    currency char(3)        character set ascii null,
    offered  boolean        not null,
    version  bigint         not null default 1,
    constraint incentives_reward_pk primary key (id),
    constraint incentives_reward_kind check (kind in ('MONEY', 'TIME_OFF', 'PERK', 'RECOGNITION')),
    constraint incentives_reward_price check (price > 0),
    constraint incentives_reward_stock check (stock is null or stock >= 0),
    constraint incentives_reward_absence check (kind <> 'TIME_OFF' or absence is not null),
    constraint incentives_reward_money check (kind <> 'MONEY' or (amount > 0 and currency is not null))
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:incentives-0002-redemption
--validCheckSum: ANY
--comment What people asked for, as it was offered then.
create table if not exists incentives_redemption (
    id           bigint         not null auto_increment,
    agent_id     bigint         not null,
    reward_id    bigint         not null,
    name         varchar(80)    not null,
    kind         varchar(11)    character set ascii not null,
    price        bigint         not null,
    day          date           null,
    absence      varchar(40)    character set ascii collate ascii_bin null,
    amount       decimal(12, 2) null,
    currency     char(3)        character set ascii null,
    state        varchar(9)     character set ascii not null default 'ASKED',
    asked_at     datetime(6)    not null,
    decided_at   datetime(6)    null,
    decided_kind varchar(8)     character set ascii null,
    decided_id   varchar(100)   null,
    decided_name varchar(200)   null,
    answer       varchar(200)   null,
    time_off     bigint         null comment 'the time off it became',
    version      bigint         not null default 1,
    constraint incentives_redemption_pk primary key (id),
    index incentives_redemption_of_person (agent_id, id),
    index incentives_redemption_waiting (state, id),
    index incentives_redemption_decided (decided_at),
    constraint incentives_redemption_of foreign key (reward_id) references incentives_reward (id),
    constraint incentives_redemption_state check (state in ('ASKED', 'APPROVED', 'DECLINED', 'WITHDRAWN')),
    constraint incentives_redemption_decided_by check ((state = 'ASKED') = (decided_at is null) and (decided_at is null) = (decided_kind is null)),
    constraint incentives_redemption_why check (state <> 'DECLINED' or answer is not null),
    constraint incentives_redemption_day check (kind <> 'TIME_OFF' or day is not null),
    constraint incentives_redemption_given check (kind <> 'TIME_OFF' or (state = 'APPROVED') = (time_off is not null))
) engine = InnoDB default character set utf8mb4;
