/** Answers to queries: one page of observations or a whole file, with caching and provenance. */
package org.tipstats.disseminate.data;
