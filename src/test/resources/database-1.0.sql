-- A small database of version 1.0, whose newest migration was V12. All of it belongs to one role.
-- Two areas: AUT has an accepted file with a release, DEU a file that waits for its review.

insert into account (id, name, roles, areas, created_at, source) values
    ('00000000-0000-0000-0000-00000000000a', 'Office of AUT', '{submitter}', '{AUT}', '2026-11-01 08:00+00', null),
    ('00000000-0000-0000-0000-00000000000d', 'Office of DEU', '{submitter}', '{DEU}', '2026-11-01 08:00+00', null),
    ('00000000-0000-0000-0000-00000000000e', 'Desk', '{reviewer,publisher}', '{}', '2026-11-01 08:00+00', null);
insert into account_token (id, account_id, hash, prefix, created_at, expires_at) values
    ('00000000-0000-0000-0001-00000000000a', '00000000-0000-0000-0000-00000000000a', sha256('token'), 'tip_a',
     '2026-11-01 08:00+00', '2027-11-01 08:00+00');
insert into web_session (id, hash, token_id, opened_at, seen_at) values
    ('00000000-0000-0000-0002-00000000000a', sha256('session'), '00000000-0000-0000-0001-00000000000a',
     '2026-11-02 08:00+00', '2026-11-02 08:01+00');
insert into audit_entry (seq, at, actor, actor_name, action, subject, detail, prev_hash, hash) values
    (1, '2026-11-02 09:00+00', '00000000-0000-0000-0000-00000000000a', 'Office of AUT', 'submission-received',
     'submissions/00000000-0000-0000-0003-00000000000a', '{}', repeat('0', 64), repeat('1', 64)),
    (2, '2026-11-02 10:00+00', '00000000-0000-0000-0000-00000000000e', 'Desk', 'submission-accepted',
     'submissions/00000000-0000-0000-0003-00000000000a', '{}', repeat('1', 64), repeat('2', 64));

insert into submission (id, dataflow, mode, status, areas, periods, sha256, bytes, row_count, file_name, media_type,
        received_at, submitted_by, submitter_name, report_head, error_count, warning_count, information_count,
        findings_total) values
    ('00000000-0000-0000-0003-00000000000a', 'VICTIMS', 'MERGE', 'ACCEPTED', '{AUT}', '{2016}', repeat('a', 64), 12, 2,
     'aut.csv', 'text/csv', '2026-11-02 09:00+00', '00000000-0000-0000-0000-00000000000a', 'Office of AUT', '{}',
     0, 1, 0, 1),
    ('00000000-0000-0000-0003-00000000000d', 'VICTIMS', 'MERGE', 'SUBMITTED', '{DEU}', '{2016}', repeat('d', 64), 12, 1,
     'deu.csv', 'text/csv', '2026-11-03 09:00+00', '00000000-0000-0000-0000-00000000000d', 'Office of DEU', '{}',
     0, 0, 0, 0);
insert into submission_event (submission_id, number, status, at, actor, actor_name, comment) values
    ('00000000-0000-0000-0003-00000000000a', 1, 'NEEDS_JUSTIFICATION', '2026-11-02 09:00+00',
     '00000000-0000-0000-0000-00000000000a', 'Office of AUT', null),
    ('00000000-0000-0000-0003-00000000000a', 2, 'ACCEPTED', '2026-11-02 10:00+00',
     '00000000-0000-0000-0000-00000000000e', 'Desk', 'Thank you'),
    ('00000000-0000-0000-0003-00000000000d', 1, 'SUBMITTED', '2026-11-03 09:00+00',
     '00000000-0000-0000-0000-00000000000d', 'Office of DEU', null);
insert into submission_file (submission_id, piece, content) values
    ('00000000-0000-0000-0003-00000000000a', 0, 'AUT,2016,41'),
    ('00000000-0000-0000-0003-00000000000d', 0, 'DEU,2016,97');
insert into submission_findings (submission_id, page, content) values
    ('00000000-0000-0000-0003-00000000000a', 0, '[]'),
    ('00000000-0000-0000-0003-00000000000d', 0, '[]');
insert into justification (submission_id, rule, line, series_key, text, at, actor, actor_name, footnote) values
    ('00000000-0000-0000-0003-00000000000a', 'unusual-change', 2, 'AUT._T._T', 'A new law counts more forms.',
     '2026-11-02 09:30+00', '00000000-0000-0000-0000-00000000000a', 'Office of AUT', true);
insert into submission_comment (submission_id, series_key, text, side, at, actor, actor_name) values
    ('00000000-0000-0000-0003-00000000000d', null, 'Is this the whole year?', 'REVIEWER', '2026-11-03 10:00+00',
     '00000000-0000-0000-0000-00000000000e', 'Desk');
insert into idempotent_answer (account, key, fingerprint, submission_id, status, at) values
    ('00000000-0000-0000-0000-00000000000d', 'once', 'print', '00000000-0000-0000-0003-00000000000d', 201,
     '2026-11-03 09:00+00');
insert into submitted_value (submission_id, dataflow, area, period, series_key, line, record, action, value) values
    ('00000000-0000-0000-0003-00000000000a', 'VICTIMS', 'AUT', '2016', 'AUT._T._T', 2, 1, 'M', 41),
    ('00000000-0000-0000-0003-00000000000a', 'VICTIMS', 'AUT', '2016', 'AUT.F._T', 3, 2, 'M', 30),
    ('00000000-0000-0000-0003-00000000000d', 'VICTIMS', 'DEU', '2016', 'DEU._T._T', 2, 1, 'M', 97);
insert into acceptance (number, submission_id, dataflow, accepted_at, accepted_by) values
    (1, '00000000-0000-0000-0003-00000000000a', 'VICTIMS', '2026-11-02 10:00+00',
     '00000000-0000-0000-0000-00000000000e');
insert into footnote (submission_id, series_key, justification_id)
    select submission_id, series_key, id from justification;

insert into area_threshold (area, dataflow, threshold, stated_at, stated_by, name) values
    ('AUT', 'VICTIMS', 5, '2026-11-04 09:00+00', '00000000-0000-0000-0000-00000000000a', 'Office of AUT'),
    ('DEU', 'VICTIMS', 4, '2026-11-04 09:00+00', '00000000-0000-0000-0000-00000000000d', 'Office of DEU');
insert into release (id, title, status, created_by, creator_name, created_at, acceptance, content_hash, checks) values
    ('2026-1', 'The first', 'DRAFT', '00000000-0000-0000-0000-00000000000e', 'Desk', '2026-11-05 09:00+00', 1,
     repeat('c', 64), '[]');
insert into release_content (release_id, dataflow, observations, sha256) values
    ('2026-1', 'VICTIMS', 2, repeat('b', 64));
insert into release_piece (release_id, dataflow, piece, content) values ('2026-1', 'VICTIMS', 0, 'compressed');
insert into release_unpublished (release_id, dataflow, figures, content) values ('2026-1', 'VICTIMS', 1, 'hidden');
insert into release_source (release_id, submission_id) values ('2026-1', '00000000-0000-0000-0003-00000000000a');
update release set status = 'PUBLISHED', published_at = '2026-11-05 10:00+00' where id = '2026-1';
insert into saved_query (id, release_id, dataflow, parameters, created_at) values
    ('q1', '2026-1', 'VICTIMS', 'area=AUT', '2026-11-06 09:00+00');
insert into subscription (id, account, url, base, state, secret, created_at) values
    ('00000000-0000-0000-0004-00000000000a', '00000000-0000-0000-0000-00000000000a', 'https://example.org/hook',
     'https://stats.example.org', 'ACTIVE', 'secret', '2026-11-06 09:00+00');

-- The checksums that 1.0 recorded. If one of its migrations was changed since, its databases would not start.
update flyway_schema_history h set checksum = c.checksum from (values
    ('1', -236918673),
    ('2', -35707079),
    ('3', -1899158037),
    ('4', 1195227301),
    ('5', -876721098),
    ('6', -1401727365),
    ('7', 1284848675),
    ('8', -1119261133),
    ('9', 381582332),
    ('11', 43986121),
    ('12', 857954153)) as c (version, checksum)
where h.version = c.version;
