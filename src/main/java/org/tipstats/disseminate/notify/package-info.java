/**
 * Announces new releases, errata and withdrawals: an Atom feed for readers, messages to the URLs of subscribers, and
 * mails to accounts.
 *
 * <p>A release is announced only when it is public.
 */
package org.tipstats.disseminate.notify;
