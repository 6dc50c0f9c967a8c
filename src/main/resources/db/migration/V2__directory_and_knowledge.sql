-- Agencies and who answers for them (I-3.1, A-1.1)
create table perezvon.agency (
  code       text primary key check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  name       text not null,
  short_name text not null,
  kind       text not null check (kind in ('REGIONAL', 'MUNICIPAL')),
  zone       text not null,
  calendars  text[] not null,
  opens      time not null,
  closes     time not null,
  topics     text[] not null default '{}'
);

create table perezvon.responsible_person (
  id          bigint generated always as identity primary key,
  agency_code text not null references perezvon.agency,
  name        text not null,
  email       text not null,
  phone       text,
  since       timestamptz not null,
  until       timestamptz,
  check (until is null or until >= since)
);
-- One responsible person at a time: the newest without an end.
create unique index responsible_person_current on perezvon.responsible_person (agency_code) where until is null;

-- The information base (I-2, I-9)
create extension if not exists pg_trgm with schema public;

create table perezvon.answer_template (
  id          bigint generated always as identity primary key,
  agency_code text not null references perezvon.agency,
  title       text not null,
  answer      text not null,
  source      text not null,
  version     int not null default 1,
  valid_until date,
  published_at timestamptz not null,
  words       tsvector generated always as (
                setweight(to_tsvector('russian', title), 'A') || setweight(to_tsvector('russian', answer), 'B')) stored,
  unique (agency_code, title, version)
);
create index answer_template_words on perezvon.answer_template using gin (words);
create index answer_template_title_trgm on perezvon.answer_template using gin (title public.gin_trgm_ops);
