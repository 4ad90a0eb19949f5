/**
 * Assembles and starts the program: the embedded database, the settings that depend on it, and the beans of the pure
 * packages. It may import every package, and no package imports it.
 *
 * <p>Public: none for other packages; {@link org.tipstats.start.boot.Main} and
 * {@link org.tipstats.start.boot.StartConfigSource} are public because Quarkus loads them by name.
 */
package org.tipstats.start.boot;
