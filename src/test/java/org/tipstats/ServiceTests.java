package org.tipstats;

import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests of the rooms that take in and give out figures, most of them over HTTP. */
@Suite
@IncludeEngines("junit-jupiter")
@SelectPackages({
    "org.tipstats.platform",
    "org.tipstats.collect",
    "org.tipstats.disseminate",
    "org.tipstats.site.search",
    "org.tipstats.site.table",
    "org.tipstats.site.topics"
})
class ServiceTests {}
