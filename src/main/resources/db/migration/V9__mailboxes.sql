-- A mail too large to be taken, or one the server lists but does not hand over, is kept by reference.
alter table perezvon.raw_mail
  add column size              bigint,
  -- the conversation whose signed key its head shows, found without reading it: order within one inquiry
  add column conversation_hint bigint,
  -- set while only the head is kept: how large the mail is on its server, in bytes; zero: the server does not say
  add column full_size         bigint,
  -- why the mail itself is not here, for people; set exactly when full_size is
  add column incomplete        text,
  -- a person wants the whole mail now; whoever watches a folder where it was seen takes it and clears the mark
  add column fetch_again       boolean not null default false,
  add constraint raw_mail_incomplete_says_why check ((full_size is null) = (incomplete is null));
update perezvon.raw_mail set size = octet_length(raw);
alter table perezvon.raw_mail alter column size set not null;
create index raw_mail_fetch_again on perezvon.raw_mail (id) where fetch_again;

-- Whether the courtesy of marking or moving the mail in its folder is done.
alter table perezvon.mail_sighting add column tidied boolean not null default true;
alter table perezvon.mail_sighting alter column tidied set default false;
create index mail_sighting_untidy on perezvon.mail_sighting (mailbox, uidvalidity, uid) where not tidied;
create index mail_sighting_of_mail on perezvon.mail_sighting (raw_mail_id);

-- How the watch of each folder fares.
create table perezvon.mailbox_state (
  mailbox         text primary key,
  watched_by      text,                 -- the node whose watch it is; null: nobody's at the moment
  since           timestamptz not null, -- since when it can or cannot be read, without a break
  last_scan_at    timestamptz,          -- the last time it was read to its end; null: never
  last_error      text,                 -- why it cannot be read, in words; null: it can
  last_error_at   timestamptz,          -- the last failure, also when it is over
  uidvalidity     bigint,
  messages        int,                  -- how many mails lie in the folder
  poll_interval_s int not null
);
