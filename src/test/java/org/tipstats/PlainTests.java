package org.tipstats;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * Tests that need neither the service nor a browser: of the pure rooms, of the house's rules, of most instruments, and of
 * databases. The other suites leave them out.
 */
@Suite
@IncludeEngines("junit-jupiter")
@SelectPackages("org.tipstats")
@IncludeClassNamePatterns({PlainTests.PACKAGES, PlainTests.RULES, PlainTests.LONG})
class PlainTests {

    static final String PACKAGES = "org\\.tipstats\\.(vocabulary|files|validate|mapping|compile|protect"
            + "|bench\\.(fault|hostile|speed|supply|world)|sdmx\\.(artefact|data|question)|start\\.(postgres|tables))\\..*Test";

    static final String RULES = "org\\.tipstats\\.(?!FreshStore|Licences)\\w+Test";

    /** Long tests of rooms whose other tests start the service. */
    static final String LONG = "org\\.tipstats\\.("
            + "bench\\.attack\\.(Sum|World)Attack"
            + "|collect\\.mappings\\.WrongMapping"
            + "|disseminate\\.deliver\\.(HookSender|PublicAddressLookup)"
            + "|platform\\.database\\.(DatabaseOfVersion10|DatabaseQuestion|DatabaseWatch|FormerMigrations|ReadReplica)"
            + "|publish\\.draft\\.(AuditedSuppression|ChangedYears)"
            + "|site\\.search\\.ReleaseIndex"
            + ")Test";
}
