package org.tipstats.publish.release;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.tipstats.platform.alert.AlertCause;
import org.tipstats.platform.alert.AlertConfig;

/** The last compilation of a release took long. */
@Singleton
final class CompilationAlert implements AlertCause {

    private final ReleaseCompiler compiler;
    private final AlertConfig config;

    CompilationAlert(ReleaseCompiler compiler, AlertConfig config) {
        this.compiler = compiler;
        this.config = config;
    }

    @Override
    public String id() {
        return "compilation-slow";
    }

    @Override
    public String metric() {
        return "tipstats.release.compilation.last.seconds";
    }

    @Override
    public AlertUnit unit() {
        return AlertUnit.SECONDS;
    }

    @Override
    public AlertReading read(Instant now) {
        return compiler.lastDuration()
                .map(took -> AlertReading.ofLength(took, config.compilation()))
                .orElseGet(() -> AlertReading.unknown(config.compilation().toSeconds()));
    }
}
