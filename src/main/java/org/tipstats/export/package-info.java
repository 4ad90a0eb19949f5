/**
 * Published figures in the structures of other organisations, for example the Sustainable Development Goals. Structure
 * maps of the schemas define them, so a new export is a new file there.
 *
 * <p>Comes after {@code catalogue} in the order; imports {@code release} and the packages before it. It exports only
 * published figures; a figure that is not published has only a mark.
 *
 * <p>Public: nothing.
 */
package org.tipstats.export;
