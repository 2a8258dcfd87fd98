-- Recovery codes: Argon2id of each, with the one salt of its set; `used` is when it let somebody in.
create table recovery_codes (
    account text not null references accounts (id) on delete cascade,
    code_hash text not null,
    salt text not null,
    made text not null,
    used text,
    primary key (account, code_hash)
);

-- Addresses that accounts had before. Whoever reads the mail to the old one can take it back for a while: `back_hash` is SHA-256 of the code in it.
create table email_changes (
    back_hash text primary key,
    account text not null references accounts (id) on delete cascade,
    email_before text not null,
    at text not null
);
create index email_changes_account on email_changes (account);

-- What was asked for under the Protection of Personal Information Act. Of who has an account it has that, of anybody else the address. When an account is
-- erased its rows stay with number, kind and times alone.
create table requests (
    number bigint primary key,
    account text,
    email text,
    kind text not null,
    text text not null,
    filed text not null,
    due text not null,
    closed text,
    ended text,
    answer text,
    reminded text
);
create index requests_account on requests (account);

-- Numbers that are given out once, also when what had them is gone.
create table numbers (
    name text primary key,
    last bigint not null
);
insert into numbers (name, last) values ('requests', 0);
