-- Working calendars in force, every version kept: a decree moves days at short notice, and a printed deadline must tell
-- which edition it was computed from.

create table perezvon.calendar_layer (
  layer text primary key check (layer ~ '^([a-z]{2}(-[A-Z]{2,3})?|own:[a-z][a-z0-9-]{1,39})$'),
  title text not null
);

-- What somebody would like to bring into force: compared, looked at, then confirmed or put away
create table perezvon.calendar_proposal (
  id           bigint generated always as identity primary key,
  layer        text not null,
  year         int not null,
  days         jsonb not null,
  act          text not null,
  decreed      boolean not null,
  fingerprint  text not null,
  source       text not null,
  findings     jsonb not null,
  beneath      text[] not null,
  base_edition bigint not null,
  made_at      timestamptz not null,
  made_by      text not null,
  state        text not null default 'OPEN' check (state in ('OPEN', 'CONFIRMED', 'PUT_AWAY')),
  decided_at   timestamptz,
  decided_by   text
);
create index calendar_proposal_open on perezvon.calendar_proposal (id) where state = 'OPEN';

create table perezvon.calendar_sheet (
  edition      bigint primary key default perezvon.next_calendar_edition(),
  layer        text not null references perezvon.calendar_layer,
  year         int not null,
  days         jsonb not null,
  act          text not null,
  decreed      boolean not null,
  fingerprint  text not null,
  confirmed_at timestamptz not null,
  confirmed_by text not null,
  note         text,
  proposal_id  bigint references perezvon.calendar_proposal
);
create index calendar_sheet_versions on perezvon.calendar_sheet (layer, year, edition desc);
