-- Everything that may happen to an inquiry before it is answered.
alter table perezvon.inquiry
  drop constraint inquiry_state_check,
  add constraint inquiry_state_check check (state in ('PLANNED', 'SENDING', 'WAITING', 'OVERDUE', 'ANSWERED', 'RETURNED',
    'REFUSED', 'REDIRECTED', 'UNDELIVERABLE', 'UNANSWERED', 'WITHDRAWN')),
  -- Behind it stands a citizen's question, or the centre itself wants to know (I-7.1)
  add column kind            text not null default 'CITIZEN_QUESTION'
                             check (kind in ('CITIZEN_QUESTION', 'INFORMATION_REQUEST')),
  -- Since when our fifteen minutes run (I-10.1): the call, or the decision to ask another agency
  add column needed_at       timestamptz,
  -- Who decided that it is needed; absent: the question's registration did
  add column asked_by        text,
  -- The inquiry whose agency named this one as the competent
  add column instead_of      uuid references perezvon.inquiry,
  -- Under which the agency has registered our letter
  add column incoming_number text,
  -- Until the end of which day the term was extended (I-10.3)
  add column extended_to     date,
  -- How long a supervisor lets wait beyond the five working days
  add column wait_until      timestamptz;
update perezvon.inquiry set needed_at = called_at;
alter table perezvon.inquiry alter column needed_at set not null;
create index inquiry_instead_of on perezvon.inquiry (instead_of) where instead_of is not null;

-- What a mail means beside its kind, as it was understood or as a person has said
alter table perezvon.reply
  add column reason          text,
  add column requested_until date,
  add column requested_days  int,
  add column incoming_number text,
  add column redirected_to   text,
  add column back_on         date,
  add column deputy          text;

-- Who decided what, when and why: people, and the tables that decide for them
alter table perezvon.inquiry_decision
  alter column try_again drop not null,
  add column decision   text,
  -- The mail it was about
  add column mail_id    bigint references perezvon.raw_mail,
  -- Until when, where the decision is to wait or to extend
  add column until_at   timestamptz,
  -- The clause the decision stands on
  add column clause     text,
  -- The agency or the person a letter goes to by this decision
  add column agency_code     text references perezvon.agency,
  add column addressee_name  text,
  add column addressee_email text;
update perezvon.inquiry_decision set decision = case when try_again then 'SEND_AGAIN' else 'CLOSE' end;
alter table perezvon.inquiry_decision
  alter column decision set not null,
  add constraint inquiry_decision_known check (decision in ('SEND_AGAIN', 'WAIT', 'CLOSE', 'EXTEND', 'REFUSE_EXTENSION',
    'ASK_REASON', 'CLARIFY', 'ASK_OTHER', 'INSIST', 'ASK_DEPUTY', 'NO_DEPUTY', 'RETURN', 'WITHDRAW'));
create index inquiry_decision_of on perezvon.inquiry_decision (inquiry_id);

-- A deadline moves with the calendars, by a letter with reasons, or because the question was made clear only now
alter table perezvon.term_change
  add column cause text not null default 'CALENDAR' check (cause in ('CALENDAR', 'EXTENSION', 'CLARIFICATION'));

-- Addresses that did not take a request; a person's decision to send again forgets them
create table perezvon.delivery_failure (
  inquiry_id uuid not null references perezvon.inquiry,
  address    text not null,
  failed_at  timestamptz not null,
  reason     text not null,
  primary key (inquiry_id, address)
);

-- The day a person has read in a mail that asks for more time
alter table perezvon.mail_triage add column said_until date;

-- A letter that answers a mail stands below it in the agency's mail program
alter table perezvon.letter
  add column in_reply_to text,
  add column thread      text;
