package org.tipstats;

import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests of the website, most of them in a browser. {@link ServiceTests} and {@link OtherRoomsTests} run beside them,
 * the former with two packages of the website, so that all three take equally long.
 */
@Suite
@IncludeEngines("junit-jupiter")
@SelectPackages("org.tipstats.site")
@ExcludePackages({"org.tipstats.site.search", "org.tipstats.site.table"})
class SiteTests {}
