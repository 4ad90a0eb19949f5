/**
 * Names and words in many languages: texts in six languages, comparison of names, suggestions for misspelt ones.
 *
 * <p>Imports only {@code schema}. {@link org.tipstats.vocabulary.names.Bundle} loads the property files beside a class;
 * {@link org.tipstats.vocabulary.names.EditDistance} counts the typos between two words.
 */
package org.tipstats.vocabulary.names;
