-- How the engine finds due jobs, twice a second; its settings stand in application.yaml. The table is the engine's, what
-- is said about it here is ours.

-- With ensureJobDueDateNotNull it does not look for jobs without a due date any more: what has none is due at once.
update public.act_ru_job set duedate_ = coalesce(create_time_, now() at time zone 'UTC'), rev_ = rev_ + 1
where duedate_ is null and suspension_state_ = 1;

-- Nor may a timer lose its due date later, by the engine's interface: nobody would ever find it again.
alter table public.act_ru_job add constraint perezvon_timer_is_due check (type_ <> 'timer' or duedate_ is not null);

-- Only what may be run. Jobs that have failed for good would otherwise be looked at first, each time.
drop index public.perezvon_job_duedate;
create index perezvon_job_due on public.act_ru_job (duedate_) where retries_ > 0 and suspension_state_ = 1;

-- A job is locked and then deleted: with room for the lock on the same page, no index learns of it. What ten thousand
-- deadlines of one moment leave behind is cleared away soon, not when a fifth of the table is rubbish.
alter table public.act_ru_job set (
  fillfactor = 85, autovacuum_vacuum_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.01);
