-- One conversation with one correspondent about one thing; its id is what the signed reply address carries.
create table perezvon.conversation (
  id        bigint generated always as identity primary key,
  reference text not null unique
);

-- The outbox: put inside the caller's transaction, sent after its commit.
create table perezvon.letter (
  id              bigint generated always as identity primary key,
  conversation_id bigint not null references perezvon.conversation,
  purpose         text not null,
  to_name         text not null,
  to_address      text not null,
  subject         text not null,
  body            text not null,
  message_id      text not null unique,
  state           text not null default 'WAITING' check (state in ('WAITING', 'SENDING', 'ACCEPTED', 'REFUSED')),
  attempts        int not null default 0,
  next_attempt_at timestamptz not null,
  claimed_by      text,
  created_at      timestamptz not null,
  accepted_at     timestamptz,
  server_reply    text,
  last_error      text,
  reported_at     timestamptz
);
create index letter_due on perezvon.letter (next_attempt_at) where state in ('WAITING', 'SENDING');
-- Outcomes that the rooms above have not been told yet
create index letter_unreported on perezvon.letter (next_attempt_at)
  where state in ('ACCEPTED', 'REFUSED') and reported_at is null;
create index letter_of_conversation on perezvon.letter (conversation_id);
create index letter_by_recipient on perezvon.letter (to_address, id);

-- The attempt is written before it is made.
create table perezvon.letter_attempt (
  letter_id  bigint not null references perezvon.letter,
  attempt    int not null,
  node       text not null,
  started_at timestamptz not null,
  ended_at   timestamptz,
  outcome    text,
  primary key (letter_id, attempt)
);

-- The inbox: raw bytes first, understood later.
create table perezvon.raw_mail (
  id              bigint generated always as identity primary key,
  content_hash    bytea not null unique,
  received_at     timestamptz not null,
  raw             bytea not null,
  state           text not null default 'RECEIVED' check (state in ('RECEIVED', 'ROUTED', 'TRIAGE', 'ASIDE')),
  attempts        int not null default 0,
  next_attempt_at timestamptz not null,
  last_error      text,
  evidence        text
);
create index raw_mail_due on perezvon.raw_mail (next_attempt_at) where state = 'RECEIVED';

-- Every place where a mail was seen; the same mail may lie in two places or come back under another UID.
create table perezvon.mail_sighting (
  mailbox     text not null,
  uidvalidity bigint not null,
  uid         bigint not null,
  raw_mail_id bigint not null references perezvon.raw_mail,
  primary key (mailbox, uidvalidity, uid)
);

create table perezvon.mail_bookmark (
  mailbox     text primary key,
  uidvalidity bigint not null,
  last_uid    bigint not null,
  scanned_at  timestamptz not null
);

-- Secrets that sign reply addresses; shared by all nodes. A configured key takes precedence, these still verify.
create table perezvon.mail_signing_key (
  key_id     char(1) primary key check (key_id between 'a' and 'j'),
  secret     bytea not null check (length(secret) >= 32),
  created_at timestamptz not null default now()
);
