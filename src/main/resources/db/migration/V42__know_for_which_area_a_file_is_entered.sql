-- The area that sent the message, for files that a reviewer enters. It is not known of files that came before.

alter table submission add column behalf_area text;
