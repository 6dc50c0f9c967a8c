-- How far an agency's replies are believed whose sender our own mail server could not prove (I-8)
alter table perezvon.agency
  add column sender_policy text not null default 'WARN' check (sender_policy in ('REQUIRE', 'WARN', 'IGNORE'));

-- What our mail server says of the sender, what lawyers put under the letter, and answers between the lines they answer
alter table perezvon.reply
  add column sender_verdict text check (sender_verdict in ('PROVEN', 'UNPROVEN', 'FORGED', 'UNCHECKED')),
  add column sender_words   text not null default '',
  add column disclaimer     text not null default '',
  add column answered       jsonb;
