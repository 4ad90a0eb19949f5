/**
 * Completes the API description that the build generates from the code. Adds texts, examples and the problems with
 * which each operation may answer.
 */
package org.tipstats.platform.openapi;
