package org.tipstats;

import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests of the website, most of them in a browser. {@link ServiceTests} and {@link OtherRoomsTests} run beside them. */
@Suite
@IncludeEngines("junit-jupiter")
@SelectPackages("org.tipstats.site")
class SiteTests {}
