-- Homes whose owners agreed that what they will need is counted in what suppliers are told: by whom, and since when.
create table outlook_agreed (
    space text primary key references spaces (id),
    account text not null,
    since text not null
);
create index outlook_agreed_account on outlook_agreed (account);

-- Months in which it was published, each once.
create table outlook_issues (
    month text primary key,
    published text not null
);

-- What was published: it is never changed, and says of no home that it took part. `quantity` is in thousandths.
create table outlook_figures (
    month text not null,
    suburb text not null,
    family text not null,
    issue text not null references outlook_issues (month),
    quantity bigint not null,
    primary key (month, suburb, family)
);

-- Links by which suppliers see it: SHA-256 of what their secret proves itself by.
create table outlook_links (
    id text primary key,
    auth_hash text not null,
    name text not null,
    made text not null,
    expires text not null,
    ended text,
    opens bigint not null,
    opened text
);

-- Rises whenever somebody agrees or agrees no longer: who looked before that publishes nothing.
insert into numbers (name, last) values ('outlook', 0);
