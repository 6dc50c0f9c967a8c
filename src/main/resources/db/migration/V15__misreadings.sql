-- What a mail really is, said by a person who saw that it was read wrongly: one word for each mail, the last one.
create table perezvon.misreading (
  raw_mail_id bigint primary key references perezvon.raw_mail,
  read_as     text not null,        -- what it had been taken for
  kind        text not null,        -- what it is
  text        text,                 -- what was said anew, without quotation and signature; null: not said
  note        text,
  reported_by text not null,
  reported_at timestamptz not null
);
create index misreading_latest on perezvon.misreading (reported_at desc, raw_mail_id desc);
