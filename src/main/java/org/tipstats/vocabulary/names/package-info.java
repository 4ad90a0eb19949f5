/**
 * Names and words in many languages: texts in six languages, comparison of names, suggestions for misspelt names,
 * translations of values.
 *
 * <p>{@code Bundle} loads property files from the folder of a class. {@code EditDistance} counts the typos between two
 * words. {@code NationalWords} has the words of national statistics for codes. {@code TableWords} has the words of
 * headers and notes. {@code ValueLookup} translates values by the mappings of a representation map.
 */
package org.tipstats.vocabulary.names;
