-- Links by which somebody without an account is given a part of a home. `auth_hash` is SHA-256 of what proves the secret, which no table holds; `passcode`
-- is an Argon2id hash; `snapshot` the number of the latest revision that is shown; `wrong` counts wrong passcodes since the last right one.
create table shares (
    id text primary key,
    space text not null references spaces (id),
    auth_hash text not null,
    purpose text not null,
    name text not null,
    given text not null,
    made_by text not null,
    made text not null,
    expires text not null,
    passcode text,
    snapshot bigint,
    opens bigint not null,
    opens_max bigint,
    wrong bigint not null,
    revoked text,
    suspended text
);
create index shares_space on shares (space);

-- Visits by a link: SHA-256 of the cookie's token.
create table visits (
    token_hash text primary key,
    share text not null references shares (id) on delete cascade,
    began text not null,
    seen text not null,
    device text not null,
    place text not null
);
create index visits_began on visits (began);

-- Who opened what, for who shares.
create table sights (
    id text primary key,
    share text not null references shares (id) on delete cascade,
    at text not null,
    what text not null,
    device text not null,
    place text not null,
    hash text
);
create index sights_share on sights (share, at);
