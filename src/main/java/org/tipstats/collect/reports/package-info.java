/** The report of a file as a page that stands alone, for the API and the command line. Runs without the framework. */
package org.tipstats.collect.reports;
