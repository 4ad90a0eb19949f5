/**
 * Announces new releases to readers in an Atom feed.
 *
 * <p>It announces nothing before it is public.
 */
package org.tipstats.disseminate.notify;
