/**
 * Assembles and starts the program: the embedded database, the settings that depend on it, and the beans of the pure
 * packages. It may import every package, and no package imports it.
 */
package org.tipstats.start.boot;
