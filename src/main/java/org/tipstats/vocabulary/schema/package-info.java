/**
 * The vocabulary of the service, read from {@code schemas/}: code lists with their hierarchies, data structures,
 * dataflows and their constraints, in the words of SDMX 3.0.
 *
 * <p>First in the order: it imports no other package, and every package may import it. No dataflow, dimension or code
 * is known to Java by name; what the program must recognise (the area, the time, a total) is marked by annotations in
 * the schema and read as a {@link org.tipstats.vocabulary.schema.Role} or a property of a {@link org.tipstats.vocabulary.schema.Code}.
 *
 * <p>All types are public: they are what the other packages talk in. {@link org.tipstats.vocabulary.schema.SchemaRegistry} is the
 * entrance.
 */
package org.tipstats.vocabulary.schema;
