-- A message may wait for days while the mail server is away. If its reader loses the right to see its page meanwhile, it is deleted. What
-- waits when this runs names no areas, and is sent as before.

alter table mail_message add column areas varchar[] not null default '{}';
comment on column mail_message.areas is
    'the areas that the text is about: its reader must have them all, or one of them if it is about a consultation';

create function forget_mail_of_lost_rights() returns trigger language plpgsql as $$
begin
    delete from mail_message where account_id = new.id and state <> 'SENT'
        and (case when key like 'consulted/%' then not areas && new.areas else not areas <@ new.areas end
            or kind = 'blocked' and not 'publisher' = any (new.roles));
    return new;
end $$;
create trigger mail_of_lost_rights_is_forgotten after update of areas, roles on account
    for each row when (old.areas is distinct from new.areas or old.roles is distinct from new.roles)
    execute function forget_mail_of_lost_rights();
