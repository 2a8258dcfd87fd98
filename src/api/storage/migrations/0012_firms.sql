-- A provider's firm is a space of its own (`spaces.sort` is 'firm'). `firm` is the firm that keeps a deal: its office has access to the deal by what they are
-- in the firm, a technician by a duty.
alter table spaces add column firm text;
create index spaces_firm on spaces (firm);

-- Who goes to which deal, as the firm's records of kind `duty` say that stand. It is written with them, and says nothing of its own.
create table duties (
    firm text not null references spaces (id),
    record text not null,
    deal text not null,
    member text not null,
    primary key (firm, record)
);
create index duties_deal on duties (deal, member);
