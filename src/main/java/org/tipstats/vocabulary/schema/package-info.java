/**
 * The vocabulary of the service, read from {@code schemas/}: code lists with their hierarchies, data structures,
 * dataflows and their constraints, in the words of SDMX 3.0.
 *
 * <p>Java code names no dataflow, dimension or code. Annotations in the schema mark what the program must recognise
 * (the area, the time, a total). They are read as a {@code Role} or as a property of a {@code Code}.
 */
package org.tipstats.vocabulary.schema;
