/** Names and words in many languages: texts in six languages, comparison of names, suggestions for misspelt ones. */
package org.tipstats.vocabulary.names;
