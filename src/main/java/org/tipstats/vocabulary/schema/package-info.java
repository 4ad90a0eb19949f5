/**
 * The vocabulary of the service, read from {@code schemas/}: code lists with their hierarchies, data structures,
 * dataflows and their constraints, in the words of SDMX 3.0.
 *
 * <p>First in the order: it imports no other package, and every package may import it. Java code names no dataflow,
 * dimension or code. Annotations in the schema mark what the program must recognise (the area, the time, a total). They
 * are read as a {@link org.tipstats.vocabulary.schema.Role} or as a property of a {@link org.tipstats.vocabulary.schema.Code}.
 *
 * <p>All types are public, because all other packages use them. Start with {@link org.tipstats.vocabulary.schema.SchemaRegistry}.
 */
package org.tipstats.vocabulary.schema;
