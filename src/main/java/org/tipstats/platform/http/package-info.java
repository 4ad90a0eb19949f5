/**
 * Everything that requests and replies of all capabilities share: checks of parameter names, choice of formats and
 * languages, pages of lists, security headers, cross-origin reads, limits on body sizes, and the API description.
 *
 * <p>Comes after {@code problem} in the order; every capability may import it.
 *
 * <p>Public: {@code Page}, {@code PageRequest}, {@code FreeParameters}, {@code Revalidated}, {@code Languages},
 * {@code AcceptHeader}, {@code TableForm}, {@code CachedReplyResource}, {@code Keeping}, {@code EntityTags},
 * {@code RateConfig}, {@code FileConfig}, {@code FilePages}, {@code FramedPage}, {@code SubscriptionConfig},
 * {@code Packing}; {@code ApiDescription} is public for the build, which runs it.
 */
package org.tipstats.platform.http;
