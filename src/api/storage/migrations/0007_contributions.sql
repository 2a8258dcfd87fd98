-- `inbox` is a space that nobody is a member of, in which files wait that were sent by the link; `unseen` is 1 where what is sent becomes part of the
-- home before a member has looked at it.
alter table shares add column inbox text;
alter table shares add column unseen bigint not null default 0;

-- What was sent by links. `fields` are gone once it was decided, `record` is what it became; `deciding` is when somebody began to decide, who has a
-- minute for it alone.
create table contributions (
    id text primary key,
    share text not null references shares (id) on delete cascade,
    sort text not null,
    at text not null,
    name text not null,
    firm text not null,
    fields text,
    state text not null,
    deciding text,
    decided text,
    decided_by text,
    record text
);
create index contributions_share on contributions (share, at);
