/** Pages of releases: what a release has, what changed, who reported. */
package org.tipstats.site.releases;
