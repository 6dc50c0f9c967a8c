-- Editions of everything a term is computed from: agencies' hours here, calendars later. Taken one transaction after the
-- other and held until the commit, so that nobody sees a higher edition while a lower one is still on its way.
create sequence perezvon.calendar_edition;

create function perezvon.next_calendar_edition() returns bigint language sql volatile as $$
  select pg_advisory_xact_lock(hashtext('perezvon.calendar_edition'));
  select nextval('perezvon.calendar_edition');
$$;

-- By whose rules its terms run, and a week's stretches of work: {"MONDAY": [["09:00", "13:00"], ["14:00", "18:00"]], …}
alter table perezvon.agency
  add column jurisdiction  text check (jurisdiction ~ '^[a-z][a-z-]{1,29}$'),
  add column hours         jsonb,
  add column hours_edition bigint not null default 0;

update perezvon.agency set
  jurisdiction = case when calendars[1] like 'kz%' then 'kazakhstan'
                      when zone = 'Asia/Tomsk' then 'tomsk'
                      else 'irkutsk' end,
  hours = (select jsonb_object_agg(day, jsonb_build_array(jsonb_build_array(opens, closes)))
           from unnest(array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY']) as day);

alter table perezvon.agency
  alter column jurisdiction set not null,
  alter column hours set not null,
  drop column opens,
  drop column closes;
