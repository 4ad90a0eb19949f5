/**
 * The consultation of areas about a draft: until a date, the submitters of an area see its own figures as they would be
 * published, and confirm them or object.
 */
package org.tipstats.publish.consult;
