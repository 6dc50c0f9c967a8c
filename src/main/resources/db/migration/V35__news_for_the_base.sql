-- What may become an item of the information base (I-4.1, I-4.2): a letter of an agency, an answer worth keeping, a corrected text.
create table perezvon.knowledge_draft (
  id              bigint generated always as identity primary key,
  origin          text not null check (origin in ('MAIL', 'ANSWER', 'CONFIRMATION')),
  state           text not null check (state in ('APPROVAL', 'REVIEW', 'EXPLANATION', 'PUBLISHED', 'REJECTED')),
  -- when the letter came, or the answer was kept
  begun_at        timestamptz not null,
  begun_by        text not null,
  -- by when an editor has decided
  due             timestamptz not null,
  -- the letter that began it, and who wrote it
  mail_id         bigint unique,
  subject         text not null default '',
  correspondent   text,
  correspondent_name text not null default '',
  -- of an answer: whose question it answers
  question_number text,
  inquiry_id      text,
  -- what it says now; editors change it
  kind            text not null default 'TEMPLATE',
  agency_code     text,
  title           text not null,
  text            text not null,
  source          text not null default '',
  topics          text[] not null default '{}',
  valid_from      date,
  valid_until     date,
  -- since when it is so, as the agency says (I-4.2)
  changed_on      date,
  -- which item it is the next version of; proposed until somebody decides
  replaces        bigint references perezvon.knowledge_item,
  decision        text check (decision in ('publish', 'ask', 'reject')),
  decided_by      text,
  decided_at      timestamptz,
  why             text not null default '',
  version_id      bigint references perezvon.knowledge_version,
  unique (inquiry_id)
);
create index knowledge_draft_open on perezvon.knowledge_draft (due) where state in ('APPROVAL', 'REVIEW', 'EXPLANATION');
create index knowledge_draft_of_item on perezvon.knowledge_draft (replaces);

-- Every letter about a draft; a letter is about one draft.
create table perezvon.knowledge_draft_mail (
  mail_id     bigint primary key,
  draft_id    bigint not null references perezvon.knowledge_draft,
  received_at timestamptz not null,
  meaning     text not null check (meaning in ('NEWS', 'AGREED', 'CORRECTED', 'REFUSED', 'EXPLAINED', 'NOTHING')),
  text        text not null
);
create index knowledge_draft_mail_of on perezvon.knowledge_draft_mail (draft_id, received_at);

-- Whose promise about the information base was not kept (I-5): news that came late, items nobody confirmed.
create table perezvon.knowledge_violation (
  id          bigint generated always as identity primary key,
  kind        text not null check (kind in ('LATE_UPDATE', 'NOT_CONFIRMED')),
  agency_code text not null,
  item_id     bigint references perezvon.knowledge_item,
  draft_id    bigint references perezvon.knowledge_draft,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  evidence    text not null,
  unique nulls not distinct (kind, item_id, draft_id, occurred_at)
);
create index knowledge_violation_by_time on perezvon.knowledge_violation (occurred_at desc, id desc);
