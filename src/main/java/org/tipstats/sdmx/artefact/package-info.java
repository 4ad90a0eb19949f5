/**
 * The structural metadata of SDMX: artefacts, the references between them, and messages about them in SDMX-ML 2.1
 * and 3.0 and SDMX-JSON 1.0, 2.0 and 2.1. Reference metadata are written in SDMX-JSON 2.0. This package knows no
 * particular dataflow: it publishes the content of the schemas, except for annotations that only control how files
 * are read.
 *
 * <p>Comes after {@code schema} in the order and imports only that package. Artefacts keep the form that they have
 * in the schemas, so that additions by a deployment reach the client. Writers convert them to the other formats.
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
