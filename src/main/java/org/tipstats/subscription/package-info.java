/**
 * Sends messages about releases to the receivers that accounts name. Each receiver first confirms its subscription.
 * Deliveries are stored in the transaction of the publication and sent until they arrive.
 *
 * <p>Comes after {@code notification} in the order; imports {@code release}, {@code citation}, {@code access},
 * {@code audit}, {@code webhook} and the packages before them. A message never precedes publication and never contains
 * a figure. Several instances share the deliveries of one database. An instance claims a delivery before it sends it,
 * the oldest of a subscription first.
 *
 * <p>Public: nothing.
 */
package org.tipstats.subscription;
