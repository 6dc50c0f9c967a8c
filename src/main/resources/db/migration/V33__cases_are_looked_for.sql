-- The list of cases: open ones, those of an agency, those that are late, whatever the number of all
create index question_open on perezvon.question (id) where outcome is null;
create index inquiry_of_agency on perezvon.inquiry (agency_code, question_number);
create index inquiry_not_over on perezvon.inquiry (question_number, state)
  where state not in ('ANSWERED', 'REDIRECTED', 'UNANSWERED', 'WITHDRAWN');
