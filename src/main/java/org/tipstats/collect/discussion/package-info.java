/**
 * The discussion between reviewers and submitters about a file, figure by figure. It is stored with the file and never
 * published.
 *
 * <p>After {@code submission} in the order, whose rules decide who may see a file.
 *
 * <p>Public: {@code DiscussionService} with {@code Discussion} and {@code Comment}.
 */
package org.tipstats.collect.discussion;
