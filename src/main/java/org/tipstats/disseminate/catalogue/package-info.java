/**
 * What is to be known of the figures before they are used: reference metadata of dataflows, and a catalogue of releases for
 * machines (DCAT-AP).
 *
 * <p>After {@code dissemination} in the order; imports {@code release} and what is left of it. Texts and licences stand in
 * the schemas; hashes are those of files that are public as a whole.
 *
 * <p>Public: {@code MetadataView}.
 */
package org.tipstats.disseminate.catalogue;
