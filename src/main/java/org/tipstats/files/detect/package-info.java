/** Detection of what a file is: its kind, its encoding, damaged characters. */
package org.tipstats.files.detect;
