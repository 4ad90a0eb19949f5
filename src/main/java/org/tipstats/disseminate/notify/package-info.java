/**
 * Announces new releases to readers in an Atom feed.
 *
 * <p>Comes after {@code coverage} in the order; imports {@code release} and the packages before it. It announces
 * nothing before it is public.
 *
 * <p>Public: nothing; the website links to the feed.
 */
package org.tipstats.disseminate.notify;
