/**
 * On what terms figures may be used, and how they are named as a source: the one place for both, for files, pages and the
 * catalogue.
 *
 * <p>After {@code release} in the order; imports what is left of it. Licences stand in the schemas, as reference metadata.
 *
 * <p>Public: {@code CatalogueConfig}; {@code CitationService} with {@code Citation}; {@code TermsService} with {@code
 * Terms}.
 */
package org.tipstats.citation;
