/**
 * Names and words in many languages: texts in six languages, comparison of names, suggestions for misspelt names.
 *
 * <p>{@code Bundle} loads the property files beside a class; {@code EditDistance} counts the typos between two words.
 * {@code NationalWords} knows the words of national statistics for codes, {@code TableWords} those of headers and notes.
 */
package org.tipstats.vocabulary.names;
