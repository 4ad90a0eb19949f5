/** The vocabulary: code lists, data structures, dataflows, constraints, and the registry that loads {@code schemas/}. */
package org.tipstats.schema;
