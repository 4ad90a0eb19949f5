-- When backups were made, and which files of refused submissions were deleted after their time.

create table backup_made (
    at    timestamptz primary key,
    bytes bigint      not null
);

comment on table backup_made is 'backups that the command wrote; not part of a backup itself';

alter table submission add column file_deleted_at timestamptz;

comment on column submission.file_deleted_at is
    'the time at which the file, its findings and its values were deleted; the hash, the counts and the history stay';

create index submission_refused on submission (received_at)
    where status in ('INVALID', 'RETURNED', 'WITHDRAWN') and file_deleted_at is null;
