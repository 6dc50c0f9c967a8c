create sequence perezvon.question_number;

-- A citizen's question (I-1)
create table perezvon.question (
  id              bigint generated always as identity primary key,
  number          text not null unique,
  line            text not null check (line in ('122', '117')),
  called_at       timestamptz not null,
  registered_at   timestamptz not null,
  registered_by   text not null,
  text            text not null,
  answered_by     bigint references perezvon.answer_template,
  outcome         text,
  closed_at       timestamptz,
  idempotency_key text,
  unique (registered_by, idempotency_key)
);

-- Who asked: personal data, apart from everything else (I-8, 152-FZ)
create table perezvon.applicant (
  question_id bigint primary key references perezvon.question,
  name        text,
  phone       text not null
);

create table perezvon.call_back (
  id              bigint generated always as identity primary key,
  question_id     bigint not null references perezvon.question,
  task_id         text unique,
  called_at       timestamptz not null,
  operator        text not null,
  outcome         text not null,
  note            text,
  next_attempt_at timestamptz
);
create index call_back_of_question on perezvon.call_back (question_id);

-- One request to one responsible person (I-6.3, I-10)
create table perezvon.inquiry (
  id                uuid primary key,
  question_number   text not null,
  leg               int not null,
  agency_code       text not null references perezvon.agency,
  text              text not null,
  called_at         timestamptz not null,
  state             text not null default 'PLANNED'
                    check (state in ('PLANNED', 'SENDING', 'WAITING', 'OVERDUE', 'ANSWERED', 'UNDELIVERABLE', 'UNANSWERED')),
  responsible_name  text,
  responsible_email text,
  received_at       timestamptz,
  due_at            timestamptz,
  target_at         timestamptz,
  maximum_at        timestamptz,
  provisional       boolean not null default false,
  explanation       text,
  derivation        text[] not null default '{}',
  answered_at       timestamptz,
  unique (question_number, leg)
);

create table perezvon.reply (
  id           bigint generated always as identity primary key,
  inquiry_id   uuid not null references perezvon.inquiry,
  raw_mail_id  bigint not null unique references perezvon.raw_mail,
  received_at  timestamptz not null,
  from_address text not null,
  subject      text not null,
  kind         text not null,
  text         text not null,
  quoted       text not null,
  signature    text not null,
  repeats      bigint references perezvon.reply
);
create index reply_of_inquiry on perezvon.reply (inquiry_id);

-- Violations of the regulation (I-5) and of our own fifteen minutes (I-10.1), each once
create table perezvon.violation (
  id          bigint generated always as identity primary key,
  inquiry_id  uuid not null references perezvon.inquiry,
  kind        text not null check (kind in ('LATE_DISPATCH', 'LATE_ANSWER', 'NO_ANSWER')),
  occurred_at timestamptz not null,
  evidence    text not null,
  unique (inquiry_id, kind)
);

-- Mails on a person's desk: why, and what they might belong to
create table perezvon.mail_triage (
  raw_mail_id bigint primary key references perezvon.raw_mail,
  reason      text not null,
  guesses     uuid[] not null default '{}',
  decided_at  timestamptz,
  decided_by  text,
  note        text
);

-- What supervisors decided about inquiries that could not go on by themselves
create table perezvon.inquiry_decision (
  id         bigint generated always as identity primary key,
  inquiry_id uuid not null references perezvon.inquiry,
  decided_at timestamptz not null,
  decided_by text not null,
  try_again  boolean not null,
  note       text
);
