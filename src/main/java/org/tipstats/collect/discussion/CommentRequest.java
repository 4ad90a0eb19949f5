package org.tipstats.collect.discussion;

import java.util.Map;

/**
 * A request for a comment.
 *
 * @param key the figure that it is about, codes by dimension id; null for the whole file
 */
record CommentRequest(Map<String, String> key, String text) {}
