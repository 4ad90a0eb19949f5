/**
 * What requests and replies have in common whatever the capability: parameters that are checked by name, wishes for forms and
 * languages, lists in pages,
 * security headers, reads from other origins, the size of bodies, the description of the API.
 *
 * <p>After {@code problem} in the order; every capability may import it.
 *
 * <p>Public: {@code Page}, {@code PageRequest}, {@code FreeParameters}, {@code Revalidated}, {@code Languages},
 * {@code AcceptHeader}, {@code TableForm}, {@code CachedReplyResource}, {@code Keeping}, {@code EntityTags}, {@code RateConfig},
 * {@code FileConfig}, {@code FilePages}, {@code FramedPage},
 * {@code SubscriptionConfig}, {@code Packing}; {@code ApiDescription} is public for the build, which runs it.
 */
package org.tipstats.platform.http;
