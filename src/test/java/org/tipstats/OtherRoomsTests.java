package org.tipstats;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests that no other suite has: of publication, of dissemination, of SDMX over HTTP, of the program's start, and those of
 * other people's programs. The licences are tested later, when the list of components is there.
 */
@Suite
@IncludeEngines("junit-jupiter")
@SelectPackages("org.tipstats")
@ExcludePackages({"org.tipstats.platform", "org.tipstats.collect", "org.tipstats.site", "org.tipstats.start.export"})
@ExcludeClassNamePatterns({
    PlainTests.PACKAGES,
    PlainTests.RULES,
    PlainTests.LONG,
    "org\\.tipstats\\.LicencesTest",
    "org\\.tipstats\\.publish\\.release\\.RoundedReleaseTest",
    "org\\.tipstats\\.start\\.boot\\.LateDatabaseTest"
})
class OtherRoomsTests {}
