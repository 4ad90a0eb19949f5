-- What reviewers ask about a file and those who sent it answer: about one figure, whose key is codes in dimension order
-- joined by dots, or about the whole file. Nothing of it is ever changed.
create table submission_comment (
    id            bigint generated always as identity primary key,
    submission_id uuid        not null references submission,
    series_key    text        collate "C",
    text          text        not null,
    side          text        not null check (side in ('SENDER', 'REVIEWER')),
    at            timestamptz not null,
    actor         uuid        not null,
    actor_name    text        not null
);
create index submission_comment_by_submission on submission_comment (submission_id, id);
