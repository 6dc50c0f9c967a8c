-- The register of violations is read by agency and by time (I-5)
alter table perezvon.violation add column recorded_at timestamptz not null default now();
create index violation_by_time on perezvon.violation (occurred_at desc, id desc);
