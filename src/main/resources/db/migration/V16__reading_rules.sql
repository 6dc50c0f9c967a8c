-- By which words administrators let mails be recognised, beside the shipped ones. Nothing is overwritten: a change is a
-- version, and says who made it, when, and what it did to the examples.
create table perezvon.reading_rules_version (
  version bigint generated always as identity primary key,
  changed_at timestamptz not null,
  changed_by text not null,
  outcome text not null
);
comment on column perezvon.reading_rules_version.outcome is 'what the trial said, in Russian';

create table perezvon.reading_rule (
  id bigint generated always as identity primary key,
  saying text not null,
  words text not null,
  sender text not null,
  since_version bigint not null references perezvon.reading_rules_version,
  until_version bigint references perezvon.reading_rules_version
);
comment on column perezvon.reading_rule.sender is 'address or domain whose mails it is for; empty for everybody''s';
comment on column perezvon.reading_rule.until_version is 'with which it was taken back; null while it holds';
create index reading_rule_holding on perezvon.reading_rule (id) where until_version is null;
