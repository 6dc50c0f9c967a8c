-- How a citizen wants to be called back: when all agencies have answered or earlier, by whose clock (I-11)
create table perezvon.call_back_plan (
  question_id bigint primary key references perezvon.question,
  moment      text not null check (moment in ('ALL', 'ANY', 'LEAD')),
  lead_agency text references perezvon.agency,
  zone        text not null
);

-- One call-back, from the moment there is something to tell to its end; its attempts lie in call_back
create table perezvon.call_back_round (
  id          bigint generated always as identity primary key,
  question_id bigint not null references perezvon.question,
  opened_at   timestamptz not null,
  ended_at    timestamptz,
  result      text check (result in ('TOLD', 'OVER', 'RETURNED', 'WITHDRAWN'))
);
create index call_back_round_of_question on perezvon.call_back_round (question_id);
-- Nobody's phone rings for two operators at once.
create unique index call_back_round_open on perezvon.call_back_round (question_id) where ended_at is null;

-- What was said, word for word (I-8), and which answers that was: all there were, unless they are named
alter table perezvon.call_back
  add column round_id bigint references perezvon.call_back_round,
  add column said     text,
  add column heard    bigint[];

-- What a citizen need not be called about any more: an answer, or that there is none
create table perezvon.told (
  question_id bigint not null references perezvon.question,
  inquiry_id  uuid not null references perezvon.inquiry,
  reply_id    bigint references perezvon.reply, -- null: that the agency has not answered
  round_id    bigint references perezvon.call_back_round, -- null: it was of no use any more
  told_at     timestamptz                        -- null: the citizen could not be told, or the answer was sent back
);
create unique index told_once on perezvon.told (inquiry_id, coalesce(reply_id, 0));
create index told_of_question on perezvon.told (question_id);

-- What the citizen thinks of it (T-3.5); every mark may be absent
create table perezvon.opinion (
  call_back_id bigint primary key references perezvon.call_back,
  clear        smallint check (clear between 1 and 5),
  quick        smallint check (quick between 1 and 5),
  polite       smallint check (polite between 1 and 5),
  comment      text
);

-- The citizen no longer needs an answer
create table perezvon.withdrawal (
  question_id  bigint primary key references perezvon.question,
  withdrawn_at timestamptz not null,
  withdrawn_by text not null,
  why          text
);

-- An answer that came when the question had ended: whether the citizen can still use it (I-5, I-11)
create table perezvon.late_answer (
  raw_mail_id bigint primary key references perezvon.raw_mail,
  question_id bigint not null references perezvon.question,
  inquiry_id  uuid not null references perezvon.inquiry,
  arrived_at  timestamptz not null,
  decided_at  timestamptz,
  decided_by  text,
  useful      boolean,
  note        text
);
create index late_answer_of_question on perezvon.late_answer (question_id);

-- Another question of the same citizen, asked during a call-back
alter table perezvon.question add column follows text references perezvon.question (number);
create index question_follows on perezvon.question (follows);

-- Who is on shift: who has taken a call or made one lately
create index question_by_operator on perezvon.question (registered_by, registered_at);
create index call_back_by_operator on perezvon.call_back (operator, called_at);
