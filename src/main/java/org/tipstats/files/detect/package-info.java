/** Detects the kind of a file, the encoding of a text, and damaged characters. Reads small tables as a whole. */
package org.tipstats.files.detect;
