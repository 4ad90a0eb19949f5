/**
 * Telling those who wait for figures that there are new ones: the feed of releases.
 *
 * <p>After {@code coverage} in the order; imports {@code release} and what is left of it. Nothing is told before it is
 * public.
 *
 * <p>Public: nothing; the website links to the feed.
 */
package org.tipstats.disseminate.notify;
