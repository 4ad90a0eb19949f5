package org.tipstats.collect.discussion;

import java.util.Map;

/**
 * What someone says.
 *
 * @param key of the figure that it is about, codes by dimension id; may be left out: then it is about the whole file
 */
record CommentRequest(Map<String, String> key, String text) {}
