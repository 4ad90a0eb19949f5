/** Detects the kind of a file, the encoding of a text, and damaged characters. */
package org.tipstats.files.detect;
