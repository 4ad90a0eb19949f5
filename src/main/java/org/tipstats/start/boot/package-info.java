/** Assembles and starts the program: its settings, the beans of the pure rooms, the tasks at the start. */
package org.tipstats.start.boot;
