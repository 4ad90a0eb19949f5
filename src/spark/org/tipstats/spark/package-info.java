/**
 * Compiles on Spark what is too much for one machine: from tables of accepted figures to tables of all figures. The
 * method is that of the service, {@code compile.aggregate}: this package only brings together what the method needs at a
 * time, all areas of one year, and converts rows. The program of the service does not have it.
 */
package org.tipstats.spark;
