--liquibase formatted sql

--changeset rollcall:schedule-0001
--comment The kinds of scheduled blocks. A category never changes: it would rewrite what was visible on days long past.
create table if not exists activity (
    code     varchar(40)  character set ascii collate ascii_bin not null,
    name     varchar(100) not null,
    category varchar(20)  character set ascii not null,
    colour   varchar(40)  character set ascii not null,
    paid     boolean      not null,
    version  bigint       not null,
    primary key (code),
    constraint activity_category check (category in ('WORK', 'AUXILIARY', 'TIME_OFF')),
    constraint activity_code check (code regexp '^[A-Z0-9][A-Z0-9_.-]{0,39}$')
) engine = InnoDB default character set utf8mb4;

insert ignore into activity (code, name, category, colour, paid, version) values
    ('WORK',        'Work',        'WORK',      'work',        true,  1),
    ('BREAK',       'Break',       'AUXILIARY', 'break',       true,  1),
    ('LUNCH',       'Lunch',       'AUXILIARY', 'lunch',       false, 1),
    ('MEETING',     'Meeting',     'AUXILIARY', 'meeting',     true,  1),
    ('TRAINING',    'Training',    'AUXILIARY', 'training',    true,  1),
    ('COACHING',    'Coaching',    'AUXILIARY', 'coaching',    true,  1),
    ('BACK_OFFICE', 'Back office', 'AUXILIARY', 'back-office', true,  1),
    ('TIME_OFF',    'Time off',    'TIME_OFF',  'time-off',    true,  1);
