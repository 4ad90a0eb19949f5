/**
 * Announces new releases and changes: an Atom feed for readers, and messages to the URLs of subscribers.
 *
 * <p>A release is announced only when it is public.
 */
package org.tipstats.disseminate.notify;
