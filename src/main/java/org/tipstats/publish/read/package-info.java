/**
 * Stores and reads the content of releases: the datasets, the origin of each figure, and the history of all releases.
 */
package org.tipstats.publish.read;
