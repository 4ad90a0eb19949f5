/**
 * Words: the texts of the service in six languages, and how far one word is from another.
 *
 * <p>Imports only {@code schema}, which knows the languages. {@link org.tipstats.vocabulary.names.Bundle} loads the
 * property files beside a class; {@link org.tipstats.vocabulary.names.EditDistance} counts typos.
 */
package org.tipstats.vocabulary.names;
