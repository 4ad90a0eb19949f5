/**
 * The terms of use of figures, and their citation as a source. Files, the pages of releases and reports, and the
 * catalogue take the terms and the citation from here. The first page and the explorer have a separate citation
 * sentence with the same publisher.
 *
 * <p>The licences are in the schemas, as reference metadata.
 */
package org.tipstats.publish.citation;
