/** The search over figures, areas, topics, methods, rules, code lists and releases, by words in six languages. */
package org.tipstats.site.search;
