-- An id names a record within its space: a home that is restored from its archive keeps the ids, whether or not the first one is still here.
create table records_per_space (
    space text not null references spaces (id),
    id text not null,
    kind text not null,
    rev bigint not null,
    record text not null,
    primary key (space, id)
);
insert into records_per_space (space, id, kind, rev, record) select space, id, kind, rev, record from records;
drop table records;
alter table records_per_space rename to records;
create unique index records_rev on records (space, rev);
