-- The ways on that a blocked draft offers and those that it was compiled with, as JSON. They stay with the release.

alter table release add column remedies text;

comment on column release.remedies is 'applied and offered remedies; null for releases made before there were any';
