-- One text for SQLite and PostgreSQL: only text and bigint, ids and times as text. Times are UTC of fixed width, so they sort as text.

create table accounts (
    id text primary key,
    email text not null unique,
    language text not null,
    created text not null
);

-- `token_hash` is SHA-256 of the cookie's token; `id` is what the list of sessions shows. `stepped_up` is when the person last
-- proved to be there, by passkey or code.
create table sessions (
    id text primary key,
    token_hash text not null unique,
    account text not null references accounts (id) on delete cascade,
    device text not null,
    began text not null,
    seen text not null,
    stepped_up text not null
);
create index sessions_account on sessions (account);

-- Sign-in and pairing codes. A sign-in code has an e-mail, and in `holder_hash` SHA-256 of the cookie of the browser that asked; a
-- pairing code has an account.
create table codes (
    id text primary key,
    purpose text not null,
    holder_hash text,
    code_hash text not null,
    email text,
    account text references accounts (id) on delete cascade,
    tries bigint not null,
    expires text not null
);
create unique index codes_holder on codes (holder_hash);
create index codes_expires on codes (expires);

create table passkeys (
    id text primary key,
    account text not null references accounts (id) on delete cascade,
    name text not null,
    credential text not null,
    added text not null,
    used text
);
create index passkeys_account on passkeys (account);

create table ceremonies (
    id text primary key,
    purpose text not null,
    account text references accounts (id) on delete cascade,
    state text not null,
    expires text not null
);
create index ceremonies_expires on ceremonies (expires);

-- `head` numbers the revisions, `access` the changes of membership, `total` counts the records. Of an erased space the row stays;
-- `emptied` is when its files were gone too.
create table spaces (
    id text primary key,
    head bigint not null,
    access bigint not null,
    total bigint not null,
    created text not null,
    erased text,
    emptied text
);

-- `version` is what `access` was when this membership was last changed: another one tells a device to begin anew.
create table members (
    space text not null references spaces (id),
    account text not null references accounts (id) on delete cascade,
    role text not null,
    version bigint not null,
    since text not null,
    primary key (space, account)
);
create index members_account on members (account);

create table invitations (
    id text primary key,
    space text not null references spaces (id),
    email text not null,
    role text not null,
    token_hash text not null unique,
    invited_by text not null,
    expires text not null
);
create index invitations_space on invitations (space);

-- Records as they stand. `record` is the envelope as it is sent, so that a page of them is joined and never opened.
create table records (
    id text primary key,
    space text not null references spaces (id),
    kind text not null,
    rev bigint not null,
    record text not null
);
create unique index records_rev on records (space, rev);

-- What was accepted, append-only. `hashes` is {field: SHA-256 of nonce and value}, `contents` {field: {nonce, value}}; erasing takes the
-- contents away and leaves the rest.
create table revisions (
    space text not null references spaces (id),
    seq bigint not null,
    record text not null,
    kind text not null,
    edit_key text not null,
    account text not null,
    at text not null,
    stamp text not null,
    hashes text not null,
    contents text,
    primary key (space, seq)
);
create unique index revisions_edit_key on revisions (space, edit_key);
create index revisions_record on revisions (space, record, seq);

-- `received` counts bytes from the start without a gap.
create table files (
    space text not null references spaces (id),
    hash text not null,
    size bigint not null,
    received bigint not null,
    complete bigint not null,
    media text not null,
    started text not null,
    primary key (space, hash)
);
create index files_started on files (started);

-- Which records name which files. A file without a claim goes after a while.
create table claims (
    space text not null references spaces (id),
    hash text not null,
    record text not null,
    primary key (space, hash, record)
);

-- Attempts within a window that began at `began`.
create table attempts (
    subject text primary key,
    began text not null,
    count bigint not null
);
create index attempts_began on attempts (began);

-- Work that outlives a request, such as mails. It is taken by setting `leased_until`, and once only by each who sees it due.
create table jobs (
    id text primary key,
    queue text not null,
    body text not null,
    tries bigint not null,
    due text not null,
    leased_until text not null
);
create index jobs_due on jobs (queue, due);
