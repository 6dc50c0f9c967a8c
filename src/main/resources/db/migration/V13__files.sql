-- Files that came with mails, each kept once by what it holds; never by what a stranger has called it.
create table perezvon.stored_file (
  sha256          bytea primary key check (octet_length(sha256) = 32),
  size            bigint not null,
  stored_at       timestamptz not null,
  scan            text not null default 'NOT_SCANNED' check (scan in ('NOT_SCANNED', 'CLEAN', 'INFECTED')),
  signature       text,                -- what the scanner calls what it found
  scanned_at      timestamptz,
  examined_at     timestamptz,         -- null: nobody has looked into it yet
  type            text,                -- by its contents
  dangers         text,                -- one a line, for people
  remarks         text,
  unread          text,                -- why there is no text
  text            text,
  text_whole      boolean,
  next_attempt_at timestamptz,         -- when it is to be looked at; null: nothing is left to do
  attempts        int not null default 0,
  last_error      text,
  check ((scan = 'NOT_SCANNED') = (scanned_at is null)),
  check ((scan = 'INFECTED') = (signature is not null))
);
create index stored_file_due on perezvon.stored_file (next_attempt_at) where next_attempt_at is not null;
create index stored_file_not_scanned on perezvon.stored_file (stored_at) where scan = 'NOT_SCANNED';
create index stored_file_infected on perezvon.stored_file (scanned_at) where scan = 'INFECTED';
-- A text can hold more words than an index row; the beginning of a long one tells enough to find it.
create index stored_file_words on perezvon.stored_file using gin (to_tsvector('russian', left(text, 100000)));

-- The contents, in pieces small enough to be handed on one by one. Most files are packed already.
create table perezvon.stored_file_piece (
  sha256 bytea not null references perezvon.stored_file on delete cascade,
  number int not null,
  bytes  bytea not null,
  primary key (sha256, number)
);
alter table perezvon.stored_file_piece alter column bytes set storage external;

-- Which files lay in which mail, and what their sender said of them.
create table perezvon.mail_file (
  raw_mail_id   bigint not null references perezvon.raw_mail on delete cascade,
  number        int not null,          -- from 1, in the order of the mail
  name          text not null,
  declared_type text not null,
  size          bigint not null,
  inline        boolean not null default false, -- a picture within the text
  sha256        bytea references perezvon.stored_file, -- null: not unpacked yet
  primary key (raw_mail_id, number)
);
create index mail_file_by_contents on perezvon.mail_file (sha256);

-- Mails whose files are still to be unpacked.
create table perezvon.mail_to_unpack (
  raw_mail_id     bigint primary key references perezvon.raw_mail on delete cascade,
  next_attempt_at timestamptz not null,
  attempts        int not null default 0,
  last_error      text
);
create index mail_to_unpack_due on perezvon.mail_to_unpack (next_attempt_at);

-- The files of the mails that are here already are unpacked in their turn.
insert into perezvon.mail_to_unpack (raw_mail_id, next_attempt_at)
select id, received_at from perezvon.raw_mail where incomplete is null and state <> 'RECEIVED';

-- Whether somebody has taken note of an infected file.
create index mail_trouble_of_file on perezvon.mail_trouble (subject) where kind = 'INFECTED_FILE';
