/**
 * Announces new releases and changes: an Atom feed for readers, and messages to the addresses of subscribers.
 *
 * <p>It announces nothing before it is public.
 */
package org.tipstats.disseminate.notify;
