-- Homes that change hands. `home` is what the home was called when it was offered; `buyer` the account that accepted, by then the one of
-- `buyer_email`. `private` is a list of what stays private, `outcome` what it came to, both as JSON. `told` is the state that the sides
-- were last told of, `others` whom else to tell, a list of addresses as JSON. One hand-over of a home is open at a time.
create table handovers (
    id text primary key,
    space text not null references spaces (id),
    home text not null,
    seller text not null,
    buyer text,
    buyer_email text not null,
    private text not null,
    message text not null,
    state text not null,
    offered text not null,
    expires text not null,
    due text,
    ended text,
    stopped_by text,
    outcome text,
    others text not null,
    told text not null
);
create unique index handovers_open on handovers (space) where state in ('offered', 'accepted');
create index handovers_seller on handovers (seller);
create index handovers_buyer on handovers (buyer_email);
