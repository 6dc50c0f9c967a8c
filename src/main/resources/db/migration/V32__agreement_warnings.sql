-- An agreement that ends without a successor is somebody's task, once for each last day it has (T-2)
create table perezvon.agreement_warning (
  id           bigint generated always as identity primary key,
  agreement_id bigint not null references perezvon.agreement on delete cascade,
  valid_until  date not null,
  begun_at     timestamptz not null,
  over_at      timestamptz,
  seen_at      timestamptz,
  seen_by      text,
  note         text,
  unique (agreement_id, valid_until),
  check ((seen_at is null) = (seen_by is null))
);
create index agreement_warning_open on perezvon.agreement_warning (agreement_id) where over_at is null;
