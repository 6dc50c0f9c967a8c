-- A deadline may move as well because the deputy has received the request only now
alter table perezvon.term_change
  drop constraint term_change_cause_check,
  add constraint term_change_cause_check check (cause in ('CALENDAR', 'EXTENSION', 'CLARIFICATION', 'DEPUTY'));

-- Whom an agency names may have been asked already
alter table perezvon.inquiry_decision
  drop constraint inquiry_decision_known,
  add constraint inquiry_decision_known check (decision in ('SEND_AGAIN', 'WAIT', 'CLOSE', 'EXTEND', 'REFUSE_EXTENSION',
    'ASK_REASON', 'CLARIFY', 'ASK_OTHER', 'ALREADY_ASKED', 'INSIST', 'ASK_DEPUTY', 'NO_DEPUTY', 'RETURN', 'WITHDRAW'));

-- When an inquiry was decided on; since when our fifteen minutes run may be later, when an address has given it back
alter table perezvon.inquiry add column planned_at timestamptz;
update perezvon.inquiry set planned_at = needed_at;
-- A node of the version before, still at work, does not write it
alter table perezvon.inquiry alter column planned_at set not null, alter column planned_at set default now();
