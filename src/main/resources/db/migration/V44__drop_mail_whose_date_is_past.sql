-- A message may wait for days while the mail server is away. What waits when this runs has no date, and is sent as before.

alter table mail_message add column until timestamptz;
comment on column mail_message.until is 'the time after which the message is not sent any more; null if it is always useful';
