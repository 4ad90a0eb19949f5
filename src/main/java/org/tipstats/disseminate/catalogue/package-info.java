/**
 * Information that a reader needs before using the figures: reference metadata of dataflows, and a catalogue of
 * releases for machines (DCAT-AP). Also published figures in the structures of other organisations.
 *
 * <p>Texts and licences come from the schemas. Hashes are those of complete public files.
 */
package org.tipstats.disseminate.catalogue;
