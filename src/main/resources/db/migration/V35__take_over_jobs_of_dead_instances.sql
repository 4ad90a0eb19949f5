-- Which instance does a job, and from what another one can do it again if that instance dies (decision 115). Instances of a
-- former program leave these columns empty.

alter table job add column instance uuid;
alter table job add column input text;
alter table job add column takeovers int not null default 0;

create index job_by_sign_of_life on job (heard_at) where state = 'RUNNING';

comment on column job.instance is 'the run of the program that does the job; only it may change the job';
comment on column job.input is 'what the job was asked for, as JSON; null if only the instance that has the file can do it';
comment on column job.takeovers is 'how often another instance took the job over';

-- What the search for figures to withhold found for a part of the figures, by a hash of everything that it depends on. So work
-- that was done is not done again after an instance died, nor by the next draft.

create table protection_part (
    digest     varchar(64) primary key,
    content    bytea       not null,
    created_at timestamptz not null
);

create index protection_part_by_age on protection_part (created_at);
