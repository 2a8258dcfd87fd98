-- What a space is. A deal is a request to one provider: `home` is the home that it belongs to, whose members have access to it by what they are there, and
-- which no provider is told. Who is a member of the deal itself is its provider. `closed` is when it was ended: nothing is written to it any more.
alter table spaces add column sort text not null default 'home';
alter table spaces add column home text;
alter table spaces add column closed text;
create index spaces_home on spaces (home);
