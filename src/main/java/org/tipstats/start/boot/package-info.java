/**
 * Starts the program: decides the settings, provides beans for packages that do not use Quarkus, and runs the tasks at
 * the start.
 */
package org.tipstats.start.boot;
