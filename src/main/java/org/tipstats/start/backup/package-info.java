/**
 * Backups of the database: one file with everything that the service keeps, written in one snapshot while the service
 * runs.
 */
package org.tipstats.start.backup;
