/**
 * What the program is made of: compares the list of its components (CycloneDX) with files of known weaknesses (OSV, or
 * CycloneDX with statements about exploitability). Works offline. {@code ComponentsTest} runs it for the built program.
 */
package org.tipstats.bench.supply;
