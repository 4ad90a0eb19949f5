package org.tipstats;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests of all rooms that are not in {@link SiteTests}. The licences are tested later, when the list of components is there. */
@Suite
@IncludeEngines("junit-jupiter")
@SelectPackages("org.tipstats")
@ExcludePackages({"org.tipstats.site", "org.tipstats.sdmx", "org.tipstats.client"})
@ExcludeClassNamePatterns("org\\.tipstats\\.LicencesTest")
class OtherRoomsTests {}
