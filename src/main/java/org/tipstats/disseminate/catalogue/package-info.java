/**
 * Information that a reader needs before using the figures: reference metadata of dataflows, and a catalogue of
 * releases for machines (DCAT-AP). The package also exports published figures in the structures of other organisations.
 *
 * <p>Methods, licences and contacts come from the schemas. In the catalogue, a hash of a distribution is the hash of its
 * complete public file.
 */
package org.tipstats.disseminate.catalogue;
