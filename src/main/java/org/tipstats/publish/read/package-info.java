/** The stored content of releases, read as vintages, with provenance and history. */
package org.tipstats.publish.read;
