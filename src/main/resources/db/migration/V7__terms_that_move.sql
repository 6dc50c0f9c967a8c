-- The term an inquiry began under and the edition of the calendars its deadline was computed with: when a calendar
-- changes, every open inquiry with an older edition is computed anew.
alter table perezvon.inquiry
  add column legal_term jsonb,
  add column reminder_at timestamptz,
  add column calendar_edition bigint not null default 0;

-- Until now there was one term, and the reminder came two hours before its end.
update perezvon.inquiry set
  legal_term = '{"name": "irkutsk-answer", "counting": "SAME_CLOCK_TIME", "length": 1, "cutOff": "16:00",
    "wall": {"count": 5}, "wallClause": "п. 10 подп. 3 регламента (I-10.3)", "reminder": "PT2H",
    "event": "Запрос получен", "duty": "ответ ожидается", "clause": "п. 10 подп. 2 регламента (I-10.2)"}',
  reminder_at = greatest(received_at, due_at - interval '2 hours')
where received_at is not null;

create index inquiry_open on perezvon.inquiry (agency_code, calendar_edition, id) where state in ('WAITING', 'OVERDUE');

-- How a deadline moved, with both derivations (I-5: the evidence is the deadline and how it was computed)
create table perezvon.term_change (
  id                 bigint generated always as identity primary key,
  inquiry_id         uuid not null references perezvon.inquiry,
  changed_at         timestamptz not null,
  edition            bigint not null,
  due_before         timestamptz not null,
  due_after          timestamptz not null,
  maximum_before     timestamptz not null,
  maximum_after      timestamptz not null,
  derivation_before  text[] not null,
  derivation_after   text[] not null
);
create index term_change_of_inquiry on perezvon.term_change (inquiry_id);

-- A violation that the law has taken back, because the day turned out to be no working day, stays on file; should it come
-- to the same again, that is another one
alter table perezvon.violation
  add column withdrawn_at timestamptz,
  add column withdrawn_why text,
  drop constraint violation_inquiry_id_kind_key;
create unique index violation_in_force on perezvon.violation (inquiry_id, kind) where withdrawn_at is null;
create index violation_of_inquiry on perezvon.violation (inquiry_id);

-- What was found when deadlines were compared with the engine's timers
create table perezvon.reconciliation (
  id          bigint generated always as identity primary key,
  started_at  timestamptz not null,
  finished_at timestamptz,
  checked     int not null default 0
);
create table perezvon.reconciliation_finding (
  id                bigint generated always as identity primary key,
  reconciliation_id bigint not null references perezvon.reconciliation,
  inquiry_id        uuid not null references perezvon.inquiry,
  element           text not null,
  problem           text not null,
  expected          timestamptz,
  found             timestamptz,
  repaired          boolean not null
);
create index reconciliation_finding_of on perezvon.reconciliation_finding (reconciliation_id);
