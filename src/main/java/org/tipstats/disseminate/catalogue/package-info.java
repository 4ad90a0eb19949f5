/**
 * Information that a reader needs before using the figures: reference metadata of dataflows, and a catalogue of
 * releases for machines (DCAT-AP).
 *
 * <p>Comes after {@code dissemination} in the order; imports {@code release} and the packages before it. Texts and
 * licences come from the schemas. Hashes are those of complete public files.
 *
 * <p>Public: {@code MetadataView}.
 */
package org.tipstats.disseminate.catalogue;
