/** A file as sheets of cells that keep their positions, whatever the form of the file. */
package org.tipstats.mapping.grid;
