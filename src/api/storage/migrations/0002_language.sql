-- In which language a code was asked for: that of the account which it makes.
alter table codes add column language text not null default '';
