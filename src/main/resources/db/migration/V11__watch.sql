-- What the mail room cannot do by itself at the moment, and what it could not do before.
create table perezvon.mail_trouble (
  id       bigint generated always as identity primary key,
  kind     text not null,
  subject  text not null,        -- which mailbox, which route …; empty where there is only one such thing
  words    text not null,        -- for people, as it was when last looked at
  since    timestamptz not null,
  over_at  timestamptz,
  seen_by  text,                 -- who took the task about it off the desk
  seen_at  timestamptz,
  note     text,
  check ((seen_by is null) = (seen_at is null) and (seen_by is null) = (note is null))
);
create unique index mail_trouble_open on perezvon.mail_trouble (kind, subject) where over_at is null;
create index mail_trouble_latest on perezvon.mail_trouble (since desc, id desc);

-- Letters from us to us.
create table perezvon.mail_round_trip (
  id           bigint generated always as identity primary key,
  reference    text not null unique, -- of the conversation the letter began
  node         text not null,        -- who wrote the letter
  sent_at      timestamptz not null,
  message_id   text not null,        -- as it was written
  back_at      timestamptz,          -- when it was kept in the inbox; null: not yet
  came_as      text,                 -- its Message-ID as it came
  address_kept boolean,              -- whether its sender's address still bore the signed key
  raw_mail_id  bigint                -- the mail as it came, until it is thrown away
);
create index mail_round_trip_sent on perezvon.mail_round_trip (sent_at desc, id desc);
create index mail_round_trip_back on perezvon.mail_round_trip (sent_at desc, id desc) where back_at is not null;
create index mail_round_trip_to_throw_away on perezvon.mail_round_trip (id) where raw_mail_id is not null;

-- What one node does for all: whoever moves the next time forward has the turn.
create table perezvon.mail_watch_turn (
  duty    text primary key,
  next_at timestamptz not null
);
insert into perezvon.mail_watch_turn (duty, next_at) values ('ROUNDS', '2000-01-01Z'), ('SELF_TEST', '2000-01-01Z'), ('CLEANING', '2000-01-01Z');

-- Letters over the daily cap of their address are counted every few seconds: a person must know of them.
alter table perezvon.letter add column over_cap boolean not null default false;
create index letter_over_cap on perezvon.letter (to_address) where over_cap;
