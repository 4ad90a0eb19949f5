package org.tipstats.publish.release;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.tipstats.platform.alert.AlertCause;
import org.tipstats.platform.alert.AlertCause.AlertReading;
import org.tipstats.platform.alert.AlertCause.AlertUnit;
import org.tipstats.platform.alert.AlertConfig;

class CompilationAlert {

    /** The last compilation of a release took long. */
    @Produces
    @Singleton
    static AlertCause slow(ReleaseCompiler compiler, AlertConfig config) {
        return new AlertCause(
                "compilation-slow",
                "tipstats.release.compilation.last.seconds",
                AlertUnit.SECONDS,
                now -> compiler.lastDuration()
                        .map(took -> AlertReading.ofLength(took, config.compilation()))
                        .orElseGet(
                                () -> AlertReading.unknown(config.compilation().toSeconds())));
    }
}
