/**
 * Structural metadata as the standard has it: which artefacts there are, how they refer to each other, and messages about
 * them in SDMX-ML 2.1 and 3.0 and in SDMX-JSON 1.0, 2.0 and 2.1; the reference metadata of them in SDMX-JSON 2.0. Nothing
 * here knows a dataflow: all of it is what the schemas hold, without what only the reading of files needs.
 *
 * <p>After {@code schema} in the order, which it alone imports. An artefact stays in the form that the schemas have, so
 * that what a deployment adds to them is passed on; writers turn that into the other forms.
 *
 * <p>Public: {@link org.tipstats.sdmx.artefact.Catalogue} with {@link org.tipstats.sdmx.artefact.Artefact} and {@link
 * org.tipstats.sdmx.artefact.ArtefactType}; {@link org.tipstats.sdmx.artefact.ActualContent}, {@link org.tipstats.sdmx.artefact.References}, {@link org.tipstats.sdmx.artefact.Detail},
 * {@link org.tipstats.sdmx.artefact.ReaderLanguages}, {@link org.tipstats.sdmx.artefact.StructureMessage}, {@link
 * org.tipstats.sdmx.artefact.StructureFormat} and {@link org.tipstats.sdmx.artefact.PartialSchemes}; {@link
 * org.tipstats.sdmx.artefact.MetadataSet} with {@link org.tipstats.sdmx.artefact.Identity}, and {@link
 * org.tipstats.sdmx.artefact.MetadataMessage}; {@link org.tipstats.sdmx.artefact.XmlOutput}, {@link org.tipstats.sdmx.artefact.MlVersion}
 * and {@link org.tipstats.sdmx.artefact.JsonVersion} for other messages.
 */
package org.tipstats.sdmx.artefact;
