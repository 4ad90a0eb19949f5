package org.tipstats;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests of the rooms that take in figures, most of them over HTTP, of the copy of the website, and of some packages of the
 * website.
 */
@Suite
@IncludeEngines("junit-jupiter")
@SelectPackages({
    "org.tipstats.platform",
    "org.tipstats.collect",
    "org.tipstats.start.export",
    "org.tipstats.site.flows",
    "org.tipstats.site.map",
    "org.tipstats.site.metadata",
    "org.tipstats.site.report",
    "org.tipstats.site.review",
    "org.tipstats.site.search",
    "org.tipstats.site.table",
    "org.tipstats.site.topics"
})
@ExcludeClassNamePatterns(PlainTests.LONG)
class ServiceTests {}
