-- A phrase can only stand in a text where each of its words does: it is looked at when its longest one is there. Otherwise
-- every phrase of the directory would be tried with every letter an operator types.
create function perezvon.longest_lexeme(word text) returns text language sql immutable strict parallel safe as $$
  select lexeme from unnest(perezvon.plain_russian(word)) order by length(lexeme) desc, lexeme limit 1
$$;

alter table perezvon.topic_word
  add column lexeme text generated always as (perezvon.longest_lexeme(word)) stored;
create index topic_word_lexeme on perezvon.topic_word (lexeme);

alter table perezvon.agency_word
  add column lexeme text generated always as (perezvon.longest_lexeme(word)) stored;
create index agency_word_lexeme on perezvon.agency_word (lexeme);

-- A call may go to an institution of the body that is proposed (I-12)
create index agency_parent on perezvon.agency (parent_code);
