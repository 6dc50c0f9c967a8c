-- A letter may be held back until its recipient is at work, and taken back while it has not left.
alter table perezvon.letter
  add column not_before   timestamptz,
  add column withdrawn_at timestamptz,
  drop constraint letter_state_check,
  add constraint letter_state_check check (state in ('WAITING', 'SENDING', 'ACCEPTED', 'REFUSED', 'WITHDRAWN'));

update perezvon.letter set not_before = created_at;

alter table perezvon.letter alter column not_before set not null;
