/**
 * Structural metadata as the standard has it: which artefacts there are, how they refer to each other, and messages about
 * them in SDMX-ML 2.1 and 3.0 and in SDMX-JSON 1.0, 2.0 and 2.1; the reference metadata of them in SDMX-JSON 2.0. Nothing
 * here knows a dataflow: all of it is what the schemas hold, without what only the reading of files needs.
 *
 * <p>After {@code schema} in the order, which it alone imports. An artefact stays in the form that the schemas have, so
 * that what a deployment adds to them is passed on; writers turn that into the other forms.
 *
 * <p>Public: {@link org.tipstats.artefact.Catalogue} with {@link org.tipstats.artefact.Artefact} and {@link
 * org.tipstats.artefact.ArtefactType}; {@link org.tipstats.artefact.ActualContent}, {@link org.tipstats.artefact.References}, {@link org.tipstats.artefact.Detail},
 * {@link org.tipstats.artefact.ReaderLanguages}, {@link org.tipstats.artefact.StructureMessage}, {@link
 * org.tipstats.artefact.StructureFormat} and {@link org.tipstats.artefact.PartialSchemes}; {@link
 * org.tipstats.artefact.MetadataSet} with {@link org.tipstats.artefact.Identity}, and {@link
 * org.tipstats.artefact.MetadataMessage}; {@link org.tipstats.artefact.XmlOutput}, {@link org.tipstats.artefact.MlVersion}
 * and {@link org.tipstats.artefact.JsonVersion} for other messages.
 */
package org.tipstats.artefact;
