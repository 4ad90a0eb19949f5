/** The API description: texts, examples and refusals of every operation, added to what the build finds in the code. */
package org.tipstats.platform.openapi;
