package org.tipstats;

import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests of the website, most of them in a browser, and two that need the same other settings as some of them.
 * {@link ServiceTests} has some packages of the website, so that both take equally long.
 */
@Suite
@IncludeEngines("junit-jupiter")
@SelectPackages("org.tipstats.site")
@SelectClasses(names = {"org.tipstats.publish.release.RoundedReleaseTest", "org.tipstats.start.boot.LateDatabaseTest"})
@ExcludePackages({
    "org.tipstats.site.flows",
    "org.tipstats.site.map",
    "org.tipstats.site.metadata",
    "org.tipstats.site.report",
    "org.tipstats.site.review",
    "org.tipstats.site.search",
    "org.tipstats.site.table",
    "org.tipstats.site.topics"
})
class SiteTests {}
