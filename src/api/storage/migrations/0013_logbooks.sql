-- Homes that tell how a unit of a scheme stands: one that the scheme holds (`held` is 1), and that of the unit's owner. `unit` is a record of the scheme;
-- `shows` is what an owner shows of theirs, as JSON; `account` is who made it.
create table logbooks (
    estate text not null references spaces (id),
    unit text not null,
    home text not null references spaces (id),
    held bigint not null,
    shows text not null,
    since text not null,
    account text not null,
    primary key (estate, unit, held)
);
create unique index logbooks_home on logbooks (home);

-- Links by which the owner of a unit comes: SHA-256 of the token. Each works once.
create table logbook_invitations (
    token_hash text primary key,
    estate text not null references spaces (id),
    unit text not null,
    email text,
    invited_by text not null,
    expires text not null
);
create index logbook_invitations_estate on logbook_invitations (estate, unit);
create index logbook_invitations_expires on logbook_invitations (expires);

-- By which scheme somebody is a member of a home that it holds: that ends with their membership of the scheme.
alter table members add column estate text;
create index members_estate on members (estate, account);

-- The units of schemes, by when they have to be looked at again. `mark` rises whenever something changes of which how a unit stands follows: who looked before
-- that writes nothing. `standing` and `inventory` are the records that tell of it, `sums` is what it adds to the score, as JSON, while it stands.
create table places (
    estate text not null references spaces (id),
    unit text not null,
    standing text not null,
    inventory text not null,
    mark bigint not null,
    due text not null,
    leased_until text not null,
    sums text,
    primary key (estate, unit)
);
create index places_due on places (due);

-- Which records of a scheme are about which unit: where systems stand, and of which there are two records.
create table place_notes (
    estate text not null references spaces (id),
    record text not null,
    unit text not null,
    primary key (estate, record)
);
create index place_notes_unit on place_notes (estate, unit);

-- When the score of a scheme was noted last, and is noted again; `record` tells of it, of `month`.
create table tallies (
    estate text primary key references spaces (id),
    record text not null,
    month text not null,
    noted text not null,
    due text not null,
    leased_until text not null
);
create index tallies_due on tallies (due);
