/**
 * The query language over published releases, and saved queries.
 */
package org.tipstats.disseminate.query;
