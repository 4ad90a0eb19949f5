/**
 * What reviewers and those who sent a file say to each other about it, figure by figure. It stays with the file and is
 * never published.
 *
 * <p>After {@code submission} in the order, whose rules say who may see a file.
 *
 * <p>Public: {@code DiscussionService} with {@code Discussion} and {@code Comment}.
 */
package org.tipstats.collect.discussion;
