-- Mails are claimed in small batches, read outside any transaction and settled one by one.
alter table perezvon.raw_mail
  -- whose it is until next_attempt_at; null: nobody's
  add column claimed_by text,
  -- HERE: within the application; APART: by a JVM of its own; NEVER: that has failed too, only the head is shown
  add column reading    text not null default 'HERE' check (reading in ('HERE', 'APART', 'NEVER'));

-- One mail at a time of each inquiry, in the order in which they came.
create index raw_mail_in_order on perezvon.raw_mail (conversation_hint, id)
  where state = 'RECEIVED' and conversation_hint is not null;

-- What people look at: mails that wait for a decision, and those that could not be taken so far.
create index raw_mail_desk on perezvon.raw_mail (id)
  where state = 'TRIAGE' or (state = 'RECEIVED' and last_error is not null);
