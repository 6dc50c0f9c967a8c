-- Owners are asked whether their items still hold before these expire (I-5): one letter for all that end on one day.
create table perezvon.knowledge_round (
  id          bigint generated always as identity primary key,
  agency_code text not null,
  valid_until date not null,
  begun_at    timestamptz not null
);

create table perezvon.knowledge_round_item (
  round_id   bigint not null references perezvon.knowledge_round,
  number     int not null check (number > 0),
  item_id    bigint not null references perezvon.knowledge_item,
  -- what was said then: another current version means that somebody has seen to it meanwhile
  version_id bigint not null references perezvon.knowledge_version,
  outcome    text check (outcome in ('CONFIRMED', 'CORRECTED', 'REFUSED', 'EXPIRED')),
  primary key (round_id, number),
  unique (version_id)
);
create index knowledge_round_item_of on perezvon.knowledge_round_item (item_id);

create table perezvon.knowledge_round_mail (
  mail_id  bigint primary key,
  round_id bigint not null references perezvon.knowledge_round
);
