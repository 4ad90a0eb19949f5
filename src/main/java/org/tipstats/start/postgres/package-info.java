/** The embedded PostgreSQL server: binaries, cluster, supervised process. */
package org.tipstats.start.postgres;
