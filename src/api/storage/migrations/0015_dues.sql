-- What falls due in homes, worked out by the rules in the transaction of every change from which it follows. All of it follows from `records`, and nothing of it
-- depends on the day. `due` is the thing as JSON, `day` the day by which it is due.
create table dues (
    space text not null references spaces (id),
    record text not null,
    day text not null,
    due text not null,
    primary key (space, record)
);
create index dues_day on dues (space, day);

-- The records of which it follows.
create table due_grounds (
    space text not null references spaces (id),
    record text not null,
    primary key (space, record)
);

-- By which rules it was worked out of a home: of one without a row, or with another number, it is worked out anew before it is told. `property` is the record that names
-- the home.
create table due_homes (
    space text primary key references spaces (id),
    rules bigint not null,
    property text
);
