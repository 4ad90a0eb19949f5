/**
 * Parses queries to both versions of the REST interface of SDMX: paths and parameters, versions, keys, filters and
 * periods, and the formats that a client accepts. Makes the errors for refused requests, with the codes of the
 * standard. Other packages answer the queries.
 */
package org.tipstats.sdmx.question;
