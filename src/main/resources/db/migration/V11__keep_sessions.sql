-- People who have signed in to the website. Of the secret in their cookie the hash is kept. A session lives no longer than
-- the token that it was opened with, and its row goes when it ends.
create table web_session (
    id uuid primary key,
    hash bytea not null unique check (length(hash) = 32),
    token_id uuid not null references account_token (id),
    opened_at timestamptz not null,
    seen_at timestamptz not null,
    check (seen_at >= opened_at)
);

create index web_session_by_time on web_session (seen_at);
