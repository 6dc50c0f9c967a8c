-- Mails are written once and read once or twice; most of their bytes are base64 or quoted text that hardly shrinks.
alter table perezvon.raw_mail alter column raw set storage external;
