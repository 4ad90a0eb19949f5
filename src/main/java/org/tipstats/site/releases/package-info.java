/** Pages about releases: the contents of a release, its changes, and the reporting areas. */
package org.tipstats.site.releases;
