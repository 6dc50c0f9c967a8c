-- Inquiries that were sent although an item of the base may have answered: for the editors to find out why nobody saw it.
create table perezvon.question_avoidable (
  question_number text primary key,
  item_id         bigint not null references perezvon.knowledge_item,
  version_id      bigint not null references perezvon.knowledge_version,
  -- which part of the question's words the item has
  share           real not null check (share between 0 and 1),
  noticed_at      timestamptz not null
);
create index question_avoidable_by_time on perezvon.question_avoidable (noticed_at);

-- What was looked for in vain: words of the dictionary in their first form, and nobody who looked.
create table perezvon.knowledge_miss (
  missed_on date not null,
  words     text[] not null check (cardinality(words) > 0),
  times     int not null,
  primary key (missed_on, words)
);
