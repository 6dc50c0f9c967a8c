-- Letters that leave by more than one way, and what is known of their delivery.
alter table perezvon.letter
  add column origin text not null default 'PERSON' check (origin in ('PERSON', 'TIMER', 'ANSWER_TO_MAIL', 'SELF_TEST')),
  -- Why it waits though its time has come, for people
  add column waiting_because text,
  -- Whether its place within the rate of its domain is reserved
  add column place_reserved boolean not null default false,
  -- An administrator lets it leave whatever the daily cap says
  add column released_at timestamptz,
  -- How often a server put it off, and how often one fell silent after it had all of it
  add column deferrals int not null default 0,
  add column doubts int not null default 0,
  -- By which of our servers it left, and how that server calls itself
  add column route text,
  add column server text,
  -- When the copy for the Sent folder is due; absent: none is wanted, or it lies there
  add column copy_due_at timestamptz,
  add column copy_attempts int not null default 0,
  add column copied_at timestamptz,
  add column copy_error text;
create index letter_left on perezvon.letter (to_address, accepted_at) where accepted_at is not null;
create index letter_to_copy on perezvon.letter (copy_due_at) where copy_due_at is not null;

-- What was said: our commands and the server's replies with their times; no passwords, nothing of the letter.
alter table perezvon.letter_attempt
  add column route text,
  add column dialogue text;

-- What servers reported later about a letter: delivered, delayed, failed, opened.
create table perezvon.letter_report (
  id          bigint generated always as identity primary key,
  letter_id   bigint not null references perezvon.letter,
  raw_mail_id bigint not null references perezvon.raw_mail,
  received_at timestamptz not null,
  kind        text not null check (kind in ('DELIVERED', 'PASSED_ON', 'DELAYED', 'FAILED', 'CONFIRMED')),
  recipient   text not null,
  server      text,
  status      text,
  diagnostic  text,
  unique (letter_id, raw_mail_id, recipient)
);
create index letter_report_of_mail on perezvon.letter_report (raw_mail_id);

-- How each way out stands, as each node sees it.
create table perezvon.route_state (
  route         text not null,
  node          text not null,
  last_ok_at    timestamptz,
  last_error    text,
  last_error_at timestamptz,
  since         timestamptz not null,
  primary key (route, node)
);

-- How many letters may leave to a mail domain just now; the bytes are Bucket4j's.
create table perezvon.domain_rate (
  id         text primary key,
  state      bytea,
  expires_at bigint
);
create index domain_rate_expired on perezvon.domain_rate (expires_at);
