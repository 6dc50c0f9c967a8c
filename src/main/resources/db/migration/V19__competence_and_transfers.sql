-- By which words the competent agencies are found while an operator types. Every word is kept beside the query it asks a
-- Russian text with, so that whole phrases, any case and either ё are found at once.
create function perezvon.asked(word text) returns tsquery language sql immutable strict parallel safe as $$
  select phraseto_tsquery('russian'::regconfig, translate(word, 'ёЁ', 'еЕ'))
$$;

create function perezvon.plain_russian(typed text) returns tsvector language sql immutable strict parallel safe as $$
  select to_tsvector('russian'::regconfig, translate(typed, 'ёЁ', 'еЕ'))
$$;

-- What the rules of competence speak about: one topic has many words (I-12)
create table perezvon.topic (
  code  text primary key check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  title text not null
);

create table perezvon.topic_word (
  topic_code text not null references perezvon.topic on delete cascade,
  word       text not null,
  asked      tsquery generated always as (perezvon.asked(word)) stored,
  primary key (topic_code, word)
);

-- The words of one agency: those it is found by, its names; a topic is its business when one of them is about it
create table perezvon.agency_word (
  agency_code text not null references perezvon.agency on delete cascade,
  kind        text not null check (kind in ('NAME', 'WORD')),
  word        text not null,
  asked       tsquery generated always as (perezvon.asked(word)) stored,
  words       tsvector generated always as (perezvon.plain_russian(word)) stored,
  primary key (agency_code, kind, word)
);
create index agency_word_words on perezvon.agency_word using gin (words) with (fastupdate = off);

insert into perezvon.agency_word (agency_code, kind, word)
select code, 'WORD', word from perezvon.agency, unnest(topics) as word
union
select code, 'NAME', name from perezvon.agency
union
select code, 'NAME', short_name from perezvon.agency;

insert into perezvon.topic values
  ('health', 'Здравоохранение'),
  ('displaced', 'Социальная поддержка вынужденно покинувших жильё');

insert into perezvon.topic_word (topic_code, word)
select 'health', unnest(array[
  'здравоохранение', 'медицина', 'медицинский', 'медпомощь', 'поликлиника', 'больница', 'госпиталь', 'роддом', 'врач',
  'доктор', 'терапевт', 'педиатр', 'хирург', 'стоматолог', 'онколог', 'невролог', 'кардиолог', 'фельдшер', 'ФАП',
  'медсестра', 'скорая помощь', 'запись на приём к врачу', 'лекарство', 'льготные лекарства', 'рецепт', 'инсулин',
  'прививка', 'вакцинация', 'вакцина', 'диспансеризация', 'медосмотр', 'флюорография', 'госпитализация', 'лечение',
  'полис ОМС', 'ОМС', 'больничный', 'квота на операцию', 'заболел', 'болезнь'])
union all
select 'displaced', unnest(array[
  'вынужденно покинули', 'вынужденно покинувшие', 'вынужденный переселенец', 'вынужденно перемещённые', 'беженец',
  'пункт временного размещения', 'ПВР', 'приехали с Украины', 'прибыли с Украины', 'гражданин Украины', 'из Украины',
  'Донецкая Народная Республика', 'Луганская Народная Республика', 'ДНР', 'ЛНР', 'Донецк', 'Луганск',
  'Запорожская область', 'Херсонская область', 'Мариуполь', 'жилищный сертификат Херсон']);

-- What was chosen for similar questions: the last thousand are looked through
alter table perezvon.question
  add column words tsvector generated always as (perezvon.plain_russian(text)) stored;

-- A call that is transferred to the body that helps at once (I-12, T-3.2): to whom, how it ended, whom to ask if it failed
create table perezvon.call_transfer (
  question_id  bigint primary key references perezvon.question,
  agency_code  text not null references perezvon.agency,
  phone        text not null,
  clause       text not null,
  begun_at     timestamptz not null,
  operator     text not null,
  otherwise    text[] not null,
  outcome      text check (outcome in ('CONNECTED', 'NO_ANSWER', 'BUSY', 'DECLINED', 'HUNG_UP', 'UNKNOWN')),
  settled_at   timestamptz,
  settled_by   text,
  note         text,
  check ((outcome is null) = (settled_at is null))
);
