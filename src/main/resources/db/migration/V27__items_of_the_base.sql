-- The information base (I-2, T-4, T-6): items, each with its versions; what a citizen was told stays what it was (I-8).
create table perezvon.knowledge_item (
  id           bigint generated always as identity primary key,
  -- how often it was read out to a citizen, and when last
  uses         int not null default 0,
  last_used_at timestamptz,
  -- out of the base: found no more, never deleted
  retired_at   timestamptz,
  retired_by   text,
  retired_why  text,
  check ((retired_at is null) = (retired_by is null))
);

alter table perezvon.answer_template rename to knowledge_version;
alter table perezvon.knowledge_version rename column answer to text;
alter table perezvon.knowledge_version rename column version to number;
alter table perezvon.knowledge_version
  add column item_id      bigint references perezvon.knowledge_item,
  add column kind         text not null default 'TEMPLATE'
    check (kind in ('TEMPLATE', 'LEGAL_ACT', 'DOCUMENT', 'LETTER', 'CLARIFICATION', 'REFERENCE', 'SCRIPT')),
  add column steps        text[] not null default '{}',
  add column topics       text[] not null default '{}',
  add column valid_from   date,
  add column published_by text not null default 'system',
  add column why          text not null default '',
  add column is_current   boolean not null default false,
  drop column words;

-- Until now a title of an agency was the item.
with titled as (
  select agency_code, title, row_number() over (order by min(id)) as place
  from perezvon.knowledge_version group by agency_code, title),
made as (
  insert into perezvon.knowledge_item (uses) select 0 from titled order by place returning id),
numbered as (
  select id, row_number() over (order by id) as place from made)
update perezvon.knowledge_version v set item_id = n.id
from titled t join numbered n on n.place = t.place
where v.agency_code = t.agency_code and v.title = t.title;

update perezvon.knowledge_version v set is_current = true
where number = (select max(number) from perezvon.knowledge_version o where o.item_id = v.item_id);
update perezvon.knowledge_item i
set uses = u.uses, last_used_at = u.last_used_at
from (select v.item_id, count(*) as uses, max(q.registered_at) as last_used_at
      from perezvon.question q join perezvon.knowledge_version v on v.id = q.answered_by group by v.item_id) u
where u.item_id = i.id;

alter table perezvon.knowledge_version
  alter column item_id set not null,
  alter column published_by drop default,
  alter column why drop default,
  alter column number drop default,
  drop constraint answer_template_agency_code_title_version_key,
  add unique (item_id, number),
  add check (valid_from is null or valid_until is null or valid_from <= valid_until);
create unique index knowledge_version_current on perezvon.knowledge_version (item_id) where is_current;
create index knowledge_version_of_agency on perezvon.knowledge_version (agency_code, title) where is_current;
create index knowledge_version_ends on perezvon.knowledge_version (valid_until) where is_current and valid_until is not null;

-- Files of a version; their contents lie where those of mails lie.
create table perezvon.knowledge_file (
  version_id bigint not null references perezvon.knowledge_version,
  number     int not null check (number > 0),
  name       text not null,
  type       text not null,
  bytes      bigint not null,
  sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (version_id, number)
);
create index knowledge_file_by_sum on perezvon.knowledge_file (sha256);

-- What finds an item: the words of its current version in their dictionary form; those of title and topics apart, for they say
-- more and are few.
create table perezvon.knowledge_words (
  item_id bigint primary key references perezvon.knowledge_item,
  title   tsvector not null,
  words   tsvector not null,
  -- of the dictionary and the rules that made them: made anew after an upgrade
  edition int not null
);
create index knowledge_words_title on perezvon.knowledge_words using gin (title);
create index knowledge_words_found on perezvon.knowledge_words using gin (words);
create index knowledge_words_old on perezvon.knowledge_words (edition);

-- In how many items a word stands: rare ones say more, absent ones may be mistyped. What is mistyped is compared without endings.
create table perezvon.knowledge_lexeme (
  lexeme text collate "C" primary key,
  stem   text not null,
  items  int not null
);
create index knowledge_lexeme_trgm on perezvon.knowledge_lexeme using gin (stem public.gin_trgm_ops);
