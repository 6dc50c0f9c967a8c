-- What the directory knows of an agency beside its time: whose institution it is, where it sits, who leads it (I-12, A-1.1)
alter table perezvon.agency drop constraint agency_kind_check;
alter table perezvon.agency
  add constraint agency_kind_check check (kind in ('REGIONAL', 'MUNICIPAL', 'SUBORDINATE', 'ONE_STOP_SHOP')),
  -- Checked at the end: a file may name an institution before the body it belongs to.
  add column parent_code text references perezvon.agency deferrable initially deferred,
  add column region      text,
  add column phone       text,
  add column head_name   text,
  add column head_email  text,
  add constraint agency_is_not_its_own_parent check (parent_code <> code),
  add constraint agency_head_can_be_written_to check ((head_name is null) = (head_email is null));

-- A responsible person may be named for a day to come. Who was named as of that very moment has answered since it, even
-- on the clock of a node that is a little behind.
alter table perezvon.responsible_person
  add column further_email text,
  add column named_at      timestamptz,
  add column named_by      text;
update perezvon.responsible_person set named_at = since;
alter table perezvon.responsible_person alter column named_at set not null;
create index responsible_person_of_agency on perezvon.responsible_person (agency_code, since);

-- Who answers when the responsible person cannot: always in this order
create table perezvon.deputy (
  agency_code text not null references perezvon.agency on delete cascade,
  position    int not null,
  name        text not null,
  email       text not null,
  phone       text,
  primary key (agency_code, position)
);

-- Who is away from when till when, and who answers meanwhile, if anybody was named
create table perezvon.absence (
  id           bigint generated always as identity primary key,
  agency_code  text not null references perezvon.agency on delete cascade,
  email        text not null,
  since        timestamptz not null,
  until        timestamptz not null,
  deputy_name  text,
  deputy_email text,
  deputy_phone text,
  recorded_at  timestamptz not null,
  recorded_by  text not null,
  check (until >= since),
  check ((deputy_name is null) = (deputy_email is null))
);
create index absence_of_agency on perezvon.absence (agency_code, until);

-- Under which agreement its information is used (T-2); valid to the end of the last day
create table perezvon.agreement (
  id           bigint generated always as identity primary key,
  agency_code  text not null references perezvon.agency on delete cascade,
  number       text not null,
  concluded_on date not null,
  valid_from   date not null,
  valid_until  date,
  scope        text not null,
  unique (agency_code, number),
  check (valid_until >= valid_from)
);

-- Who changed what in the directory, in words for people
create table perezvon.directory_change (
  id          bigint generated always as identity primary key,
  agency_code text not null references perezvon.agency on delete cascade,
  at          timestamptz not null,
  person      text not null,
  what        text not null
);
create index directory_change_of_agency on perezvon.directory_change (agency_code, id desc);
