/**
 * Answer pages: topics and briefs. A page begins with findings in sentences that rules make from published figures, then
 * shows the trend, the shares, what is not known, and the source.
 */
package org.tipstats.site.topics;
