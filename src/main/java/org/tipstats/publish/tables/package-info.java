/** Releases as open tables (Apache Iceberg): the files that are written for a release, and the catalogue of what is public. */
package org.tipstats.publish.tables;
