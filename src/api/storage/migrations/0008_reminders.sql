-- What a member wants to be reminded of in a home. `active` is 1 where anything is sent; `head` and `looked` are the home's latest revision and the time
-- when it was last looked, `next` when it is looked again although nothing changed.
create table reminders (
    space text not null,
    account text not null,
    settings text not null,
    active bigint not null,
    head bigint not null,
    looked text not null,
    next text not null,
    primary key (space, account),
    foreign key (space, account) references members (space, account) on delete cascade
);

-- What a member was told, and by which way: a thing with its day, or a day or a week of mails. `at` is when.
create table reminded (
    space text not null,
    account text not null,
    way text not null,
    thing text not null,
    at text not null,
    primary key (space, account, way, thing),
    foreign key (space, account) references members (space, account) on delete cascade
);
create index reminded_at on reminded (at);

-- Calendar feeds: SHA-256 of the token in the address of each. A member has one of a home.
create table feeds (
    token_hash text primary key,
    space text not null,
    account text not null,
    made text not null,
    foreign key (space, account) references members (space, account) on delete cascade
);
create unique index feeds_member on feeds (space, account);

-- By what the mails of a member can be ended without signing in: SHA-256 of the token in each mail.
create table unsubscribes (
    token_hash text primary key,
    space text not null,
    account text not null,
    made text not null,
    foreign key (space, account) references members (space, account) on delete cascade
);
create index unsubscribes_made on unsubscribes (made);

-- Browsers that take pushes: where, and the keys to which is encrypted. One for each session, with which it ends.
create table subscriptions (
    session text primary key references sessions (id) on delete cascade,
    account text not null references accounts (id) on delete cascade,
    endpoint text not null unique,
    p256dh text not null,
    auth text not null,
    made text not null
);
create index subscriptions_account on subscriptions (account);

-- Keys of the server's own, each made once.
create table keys (
    name text primary key,
    secret text not null,
    made text not null
);
