/**
 * The structural metadata of SDMX: artefacts, the references between them, and messages about them in SDMX-ML 2.1 and
 * 3.0 and SDMX-JSON 1.0, 2.0 and 2.1. Reference metadata are written in SDMX-JSON 2.0. This package knows no particular
 * dataflow: it publishes the content of the schemas, except for annotations that only control how files are read.
 *
 * <p>Artefacts keep the form that they have in the schemas, so that additions by a deployment reach the client. Writers
 * convert the artefacts to other formats.
 */
package org.tipstats.sdmx.artefact;
