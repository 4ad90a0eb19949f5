/** The search over areas, datasets and codes. */
package org.tipstats.site.search;
