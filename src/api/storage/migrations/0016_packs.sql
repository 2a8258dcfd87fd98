-- What a link of a scheme shows that is a meeting pack: its records and those of its cases as JSON, as they were given when it was made. Nothing is worked
-- out anew of it, so that it stays what it was, whatever becomes of the scheme's history.
create table packs (
    share text primary key references shares (id) on delete cascade,
    records text not null,
    cases text not null
);

-- Whose logbooks told of which units of it when it was made: those units go out of it with the account, or with the home.
create table pack_units (
    share text not null references packs (share) on delete cascade,
    unit text not null,
    home text not null,
    account text not null,
    primary key (share, unit, account)
);
create index pack_units_account on pack_units (account);
create index pack_units_home on pack_units (home);
