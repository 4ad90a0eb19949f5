/**
 * On what terms figures may be used, and how they are named as a source: the one place for both, for files, the pages of
 * releases and reports, and the catalogue; the first page and the explorer cite what they show in a sentence of their own,
 * under the same publisher.
 *
 * <p>After {@code release} in the order; imports what is left of it. Licences stand in the schemas, as reference metadata.
 *
 * <p>Public: {@code CatalogueConfig}; {@code CitationService} with {@code Citation}; {@code TermsService} with {@code
 * Terms}.
 */
package org.tipstats.publish.citation;
