package org.tipstats;

import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests of the website, of SDMX and of other people's programs. They run in one process, and {@link OtherRoomsTests}
 * in another at the same time.
 */
@Suite
@IncludeEngines("junit-jupiter")
@SelectPackages({"org.tipstats.site", "org.tipstats.sdmx", "org.tipstats.client"})
class SiteTests {}
