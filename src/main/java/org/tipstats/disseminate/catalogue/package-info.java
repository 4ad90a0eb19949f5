/**
 * Information that a reader needs before using the figures: reference metadata of dataflows, and a catalogue of
 * releases for machines (DCAT-AP). The package also exports published figures in the structures of other organisations.
 *
 * <p>Texts and licences come from the schemas. Each hash is the hash of a complete public file.
 */
package org.tipstats.disseminate.catalogue;
