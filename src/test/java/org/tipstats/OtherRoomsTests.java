package org.tipstats;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests that are in neither {@link SiteTests} nor {@link ServiceTests}: of the other pure rooms, of publication, of
 * dissemination, of SDMX, of the program's start, and of the measuring instruments. None needs a browser. The licences are
 * tested later, when the list of components is there.
 */
@Suite
@IncludeEngines("junit-jupiter")
@SelectPackages("org.tipstats")
@ExcludePackages({
    "org.tipstats.platform",
    "org.tipstats.collect",
    "org.tipstats.client",
    "org.tipstats.mapping",
    "org.tipstats.site",
    "org.tipstats.start.export"
})
@ExcludeClassNamePatterns({
    "org\\.tipstats\\.LicencesTest",
    "org\\.tipstats\\.publish\\.release\\.RoundedReleaseTest",
    "org\\.tipstats\\.start\\.boot\\.LateDatabaseTest"
})
class OtherRoomsTests {}
