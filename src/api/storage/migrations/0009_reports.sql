-- A label on a system by which somebody without an account may report a fault is a link that gives nothing and takes reports: `label` and `system` are
-- the records of the home that it stands for, and nobody lists it among the links.
alter table shares add column label text;
alter table shares add column system text;
