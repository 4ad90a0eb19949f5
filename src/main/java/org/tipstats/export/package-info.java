/**
 * Published figures in the structures of other organisations, such as the Sustainable Development Goals: by structure maps
 * of the schemas. A new export is a new file there.
 *
 * <p>After {@code catalogue} in the order; imports {@code release} and what is left of it. Only what is published is told,
 * with the one mark of what is not.
 *
 * <p>Public: nothing.
 */
package org.tipstats.export;
