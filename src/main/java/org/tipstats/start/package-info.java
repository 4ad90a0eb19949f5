/**
 * The start of the program: embedded database, service, demo, command line.
 *
 * <p>Face: nothing; no other room uses it.
 */
package org.tipstats.start;
