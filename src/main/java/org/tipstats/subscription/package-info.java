/**
 * Telling the receivers that accounts name of releases: subscriptions, which their receiver confirms, and deliveries, which
 * are written in the transaction of the publication and sent until they arrive.
 *
 * <p>After {@code notification} in the order; imports {@code release}, {@code citation}, {@code access}, {@code audit},
 * {@code webhook} and what is left of them. Nothing is told before it is public, and never a figure. Several instances
 * share the deliveries of one database: each is claimed before it is sent, the oldest of a subscription first.
 *
 * <p>Public: nothing.
 */
package org.tipstats.subscription;
